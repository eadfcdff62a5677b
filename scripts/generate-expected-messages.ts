/**
 * Writes test/gbcs/expected-messages.json from the reference test data: for each request with a message its SHA-256
 * before protection, and what else the message tells. Nothing of this gateway takes part but the reading of the frame.
 * `--check` writes nothing and fails when the file differs.
 *
 *   npx tsx scripts/generate-expected-messages.ts [--check] [FOLDER OF THE REFERENCE TEST DATA]
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import { type ReferencePair, referencePairs } from '../src/cli/conformance/reference-pairs.js';
import { rtdsDirectory } from '../src/cli/keystore-options.js';
import { ACCESS_CONTROL_BROKER, TRANSITIONAL_CHANGE_OF_SUPPLIER } from '../src/cli/reference-devices.js';
import { decodeMessage, encodeMessage, type GbcsMessage, NO_SIGNATURE } from '../src/gbcs/message.js';

const OUTPUT = fileURLToPath(new URL('../test/gbcs/expected-messages.json', import.meta.url));
const args = process.argv.slice(2);
const directory = rtdsDirectory(args.find((arg) => !arg.startsWith('--')));

/** Who signs: the User where there is a Pre-Command, the originator where the Command is signed all the same. */
function signerOf(pair: ReferencePair, { header, signature }: GbcsMessage): string {
  if (pair.preCommand) return 'User';
  if (!signature || signature.length === 0) return 'nobody';
  if (header.originator === ACCESS_CONTROL_BROKER) return 'AccessControlBroker';
  return header.originator === TRANSITIONAL_CHANGE_OF_SUPPLIER ? 'TransitionalChangeOfSupplier' : 'User';
}

function expectationOf(pair: ReferencePair): Record<string, string> {
  const bytes = pair.preCommand ?? pair.command;
  if (!bytes) throw new Error(`${pair.name} has no message`);
  const message = decodeMessage(bytes);
  const { header, content } = message;
  const signedBy = signerOf(pair, message);
  const before = encodeMessage({ header, content, ...(signedBy !== 'User' && { signature: NO_SIGNATURE }) });
  const byDcc = [ACCESS_CONTROL_BROKER, TRANSITIONAL_CHANGE_OF_SUPPLIER].includes(header.originator);
  return {
    messageCode: `0x${header.messageCode.toString(16).toUpperCase().padStart(4, '0')}`,
    signedBy,
    ...(byDcc && { counter: header.originatorCounter.toString() }),
    sha256: createHash('sha256').update(before).digest('hex'),
  };
}

const expectations = Object.fromEntries(
  referencePairs(directory).map((pair) => [pair.name, expectationOf(pair)]),
);
const options = (await prettier.resolveConfig(OUTPUT)) ?? {};
const text = await prettier.format(JSON.stringify(expectations), { ...options, parser: 'json' });

if (!args.includes('--check')) {
  writeFileSync(OUTPUT, text);
  console.log(`${OUTPUT}: ${Object.keys(expectations).length} messages`);
} else if (readFileSync(OUTPUT, 'utf8') !== text) {
  console.error(`${OUTPUT} differs from the reference test data`);
  process.exitCode = 1;
}
