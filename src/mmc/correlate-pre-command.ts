import { CodecError } from '../common/errors.js';
import type { ServiceRequest } from '../duis/index.js';
import {
  decodeMessage,
  type Description,
  type GbcsMessage,
  transform,
  type TransformContext,
  type TransformResult,
  useCaseOf,
} from '../gbcs/index.js';
import { descriptionDifferences } from './description-differences.js';

/**
 * The check a User makes before it signs: does the Pre-Command say what its Service Request says? The request is
 * transformed anew, and every difference is told in words: use case, parties, counter, and each value of the content.
 * @param preCommand the bytes the Transform Service gave; a `00` for "not signed" at their end is allowed
 * @param context what is known of the Device; its GBCS version decides between use cases that followed one another
 * @returns one sentence a difference; empty where the Pre-Command may be signed
 * @throws CodecError if the bytes are no GBCS message
 * @throws DuisRejection if no message can be made of the request
 * @see GBCS, Pre-Commands; SEC, "Correlate" of the Parse and Correlate Software
 */
export function correlatePreCommand(
  request: ServiceRequest,
  preCommand: Uint8Array,
  context: TransformContext,
): readonly string[] {
  const found = decodeMessage(preCommand);
  const expected = transform(request, context);
  return [
    ...protectionDifferences(found, expected),
    ...headerDifferences(found, expected),
    ...contentDifferences(found, expected),
  ];
}

function protectionDifferences(found: GbcsMessage, expected: TransformResult): readonly string[] {
  const differences: string[] = [];
  if (found.mac) differences.push('it has a MAC: this is a Command, not a Pre-Command');
  if (found.signature && found.signature.length > 0) differences.push('it is signed already');
  if (expected.kind !== 'PreCommand') {
    differences.push(
      `the Service Request becomes a Command the User does not sign (${expected.useCase.code}): there is nothing to correlate`,
    );
  }
  return differences;
}

function headerDifferences(found: GbcsMessage, { message: expected }: TransformResult): readonly string[] {
  const [here, there] = [found.header, expected.header];
  const compared: readonly (readonly [string, string, string])[] = [
    ['kind of message', here.kind, there.kind],
    ['use case', useCaseWords(found), useCaseWords(expected)],
    ['Device (BusinessTargetID)', here.recipient, there.recipient],
    ['originator (BusinessOriginatorID)', here.originator, there.originator],
    ['Originator Counter', here.originatorCounter.toString(), there.originatorCounter.toString()],
    ['Supplementary Remote Party', partyWords(found), partyWords(expected)],
  ];
  return compared
    .filter(([, one, other]) => one !== other)
    .map(([what, one, other]) => `${what}: ${one}, but the Service Request means ${other}`);
}

function useCaseWords(message: GbcsMessage): string {
  const code = `0x${message.header.messageCode.toString(16).toUpperCase().padStart(4, '0')}`;
  const useCase = useCaseOf(message);
  return useCase ? `${useCase.code} (${code})` : `none known (${code})`;
}

function partyWords({ header: { supplementaryRemoteParty: party } }: GbcsMessage): string {
  return party
    ? [party.id, party.counter, party.originatorCounter].filter((part) => part !== undefined).join(' ')
    : 'none';
}

function contentDifferences(
  found: GbcsMessage,
  { message: expected, useCase }: TransformResult,
): readonly string[] {
  if (found.content.equals(expected.content)) return [];
  if (useCaseOf(found)?.code !== useCase.code) return [];
  let told: Description;
  try {
    told = useCase.describeCommand(found.content);
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    return [`content: it is no ${useCase.code}: ${error.message}`];
  }
  const differences = descriptionDifferences(told, useCase.describeCommand(expected.content));
  if (differences.length === 0) return [bytesDifference(found.content, expected.content)];
  return differences.map(
    ({ path, found: one, expected: other }) => `${path}: ${one}, but the Service Request means ${other}`,
  );
}

/** Where bytes differ that the decoder tells alike, such as an invoke id. */
function bytesDifference(found: Buffer, expected: Buffer): string {
  let at = 0;
  while (at < found.length && at < expected.length && found[at] === expected[at]) at++;
  return `content: its bytes differ from byte ${at} on, though they read alike`;
}
