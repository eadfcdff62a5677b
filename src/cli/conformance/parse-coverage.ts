import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ConfigError, GatewayError } from '../../common/errors.js';
import { DEFAULT_LIMITS, type SchemaPacks, withDocument } from '../../duis/schema/index.js';
import { messageKeys } from '../../gbcs/index.js';
import { MMC_VERSION, NotCovered, parseDeviceMessage } from '../../mmc/index.js';
import type { CredentialStore } from '../../smki/index.js';
import { ACCESS_CONTROL_BROKER } from '../reference-devices.js';

/** How one Response or Alert of the reference test data fared. */
export interface ParseResult {
  /** The file without `_GBCS.HEX`. */
  readonly name: string;
  readonly state: 'valid' | 'not covered' | 'wrong';
  /** Why, unless it is valid. */
  readonly reason?: string;
}

/** Responses and Alerts; Commands of the circumstances "ALERT" are none. */
const ANSWER = /_(?:RESPONSE|ALERT)(?!.*COMMAND)[^/]*_GBCS\.HEX$/;

/**
 * Parses every Response and Alert of the reference test data and validates what comes out.
 * @param directory holds `gbcs/`, whose folders are named after Service Reference Variant and use case
 * @throws ConfigError if it does not
 */
export function parseCoverage(
  directory: string,
  { packs, credentials }: { readonly packs: SchemaPacks; readonly credentials: CredentialStore },
): readonly ParseResult[] {
  const keys = messageKeys(credentials, ACCESS_CONTROL_BROKER);
  return answersIn(directory).map(({ path, serviceReferenceVariant }): ParseResult => {
    const name = basename(path).replace(/_GBCS\.HEX$/, '');
    try {
      const bytes = Buffer.from(readFileSync(path, 'latin1').replace(/\s+/g, ''), 'hex');
      const xml = parseDeviceMessage(bytes, {
        keys,
        ...(serviceReferenceVariant !== undefined && { serviceReferenceVariant }),
      });
      const [violation] = withDocument(Buffer.from(xml), DEFAULT_LIMITS, (document) =>
        packs.validate(document, MMC_VERSION),
      );
      if (violation === undefined) return { name, state: 'valid' };
      return { name, state: 'wrong', reason: `${violation.path}: ${violation.message}` };
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      return { name, state: error instanceof NotCovered ? 'not covered' : 'wrong', reason: error.message };
    }
  });
}

interface Answer {
  readonly path: string;
  /** Of the folder, for Responses; absent where the folder names none. */
  readonly serviceReferenceVariant?: string;
}

function answersIn(directory: string): readonly Answer[] {
  const root = join(directory, 'gbcs');
  return list(root).flatMap((folder) => {
    const variant = /^(\d+(?:\.\d+)+)_/.exec(folder)?.[1];
    return list(join(root, folder))
      .filter((file) => ANSWER.test(file))
      .map((file) => ({
        path: join(root, folder, file),
        ...(variant !== undefined && { serviceReferenceVariant: variant }),
      }));
  });
}

function list(directory: string): string[] {
  try {
    return readdirSync(directory).sort();
  } catch {
    throw new ConfigError('--rtds', `'${directory}' cannot be read; say where the reference test data are`);
  }
}

/** A line that sums up, then one for each reason some are not covered or wrong. */
export function parseTotals(results: readonly ParseResult[]): readonly string[] {
  const count = (state: ParseResult['state']) => results.filter((result) => result.state === state).length;
  const reasons = new Map<string, number>();
  for (const { state, reason } of results) {
    if (state !== 'valid' && reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return [
    `parse  ${count('valid')} of ${results.length} Responses and Alerts become valid MMC; ` +
      `${count('wrong')} wrong, ${count('not covered')} not covered`,
    ...[...reasons].map(([reason, times]) => `         ${times} x ${reason}`),
  ];
}
