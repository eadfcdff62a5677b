import { CodecError } from '../common/errors.js';
import { type Description, describeMessage, type GbcsMessage } from '../gbcs/index.js';

/** Members of a described Response that tell an outcome, and what they say when all went well. */
const OUTCOMES: Readonly<Record<string, string>> = {
  result: 'success',
  responseCode: 'success',
  readResponseCode: 'success',
  deviceTimeStatus: 'reliable',
};

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
    const expected = OUTCOMES[name];
    if (expected !== undefined && typeof value === 'string') return value === expected;
    return typeof value !== 'object' || isSuccess(value);
  });
}
