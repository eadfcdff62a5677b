import { CodecError } from '../common/errors.js';
import { type Description, describeMessage, type GbcsMessage } from '../gbcs/index.js';

/**
 * Members of a described Response that tell an outcome, and what they say when all went well. Source: the Responses of RTDS
 * 4.5.0, of which the ones named ERROR say otherwise.
 */
const OUTCOMES: readonly { readonly member: RegExp; readonly good: RegExp }[] = [
  { member: /^result$/, good: /^success$/ },
  // responseCode, readResponseCode, activateImageResponseCode, issueCredentialsResponseCode ...
  { member: /responseCode$/i, good: /^success$/ },
  { member: /^statusCode$/, good: /^success$/ },
  { member: /^deviceTimeStatus$/, good: /^reliable$/ },
  // GBZ: a default response, or an attribute. NOT_FOUND is what a log without entries is answered.
  { member: /^status$/, good: /^(SUCCESS|NOT_FOUND) / },
  // GBZ: a top-up.
  { member: /^resultType$/, good: /^accepted/ },
  // GBZ: a sampling session that was not begun, and event logs of which none was cleared.
  { member: /^sampleId$/, good: /^(?!no sampling session)/ },
  { member: /^clearedEventLogs$/, good: /^(?!0x00$)/ },
];

/** True if nothing in a Device's Response says that something was not done. One that cannot be read says nothing good. */
export function reportsSuccess(message: GbcsMessage): boolean {
  try {
    const description = describeMessage(message) as { readonly content: Description };
    return isSuccess(description.content);
  } catch (error) {
    if (error instanceof CodecError) return false;
    throw error;
  }
}

function isSuccess(content: Description): boolean {
  // Some Responses are nothing but a Response Code.
  if (typeof content === 'string') return content === 'success';
  if (typeof content !== 'object' || content === null) return true;
  return Object.entries(content).every(([name, value]) => {
    // What was read may have members of these names that mean something else.
    if (name === 'value') return true;
    const outcome = OUTCOMES.find(({ member }) => member.test(name));
    if (outcome !== undefined && typeof value === 'string') return outcome.good.test(value);
    return typeof value !== 'object' || isSuccess(value);
  });
}
