import { GatewayError } from '../common/errors.js';

/** A PPMID firmware version as an operator names it. */
export interface FirmwareName {
  readonly manufacturer: string;
  readonly model: string;
  readonly firmwareVersion: string;
}

/** Which fictitious firmware version of a PPMID model stands for which real one. */
export interface InterimPair {
  readonly manufacturer: string;
  readonly model: string;
  readonly fictitious: string;
  readonly real: string;
}

/** A migration off the tactical interim solution, or its undoing, that cannot be done; nothing was written. */
export class InterimMigrationRefused extends GatewayError {
  readonly code = 'INTERIM_MIGRATION';
}

const PART = '([^/=\\s][^/=]*?)';
const PAIR = new RegExp(`^${PART}/${PART}/${PART}=${PART}$`);
const NAME = new RegExp(`^${PART}/${PART}/${PART}$`);

/**
 * Reads `MANUFACTURER/MODEL/FICTITIOUS=REAL`.
 * @throws InterimMigrationRefused if it is not of that form
 */
export function readInterimPair(text: string): InterimPair {
  const [, manufacturer, model, fictitious, real] = PAIR.exec(text.trim()) ?? [];
  if (manufacturer === undefined || model === undefined || fictitious === undefined || real === undefined) {
    throw new InterimMigrationRefused(`'${text}' is not of the form MANUFACTURER/MODEL/FICTITIOUS=REAL`);
  }
  return { manufacturer, model, fictitious, real };
}

/**
 * Reads a mapping file: one pair a line; empty lines and lines that start with `#` mean nothing.
 * @throws InterimMigrationRefused naming the first line that is not a pair
 */
export function readInterimPairs(text: string): InterimPair[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '' || line.trimStart().startsWith('#')) return [];
    try {
      return [readInterimPair(line)];
    } catch (error) {
      throw new InterimMigrationRefused(`line ${index + 1}: ${(error as Error).message}`, { cause: error });
    }
  });
}

/**
 * Reads `MANUFACTURER/MODEL/FIRMWAREVERSION`.
 * @throws InterimMigrationRefused if it is not of that form
 */
export function readFirmwareName(text: string): FirmwareName {
  const [, manufacturer, model, firmwareVersion] = NAME.exec(text.trim()) ?? [];
  if (manufacturer === undefined || model === undefined || firmwareVersion === undefined) {
    throw new InterimMigrationRefused(`'${text}' is not of the form MANUFACTURER/MODEL/FIRMWAREVERSION`);
  }
  return { manufacturer, model, firmwareVersion };
}

/** Writes a firmware version the way `readFirmwareName` reads it. */
export function writeFirmwareName({ manufacturer, model, firmwareVersion }: FirmwareName): string {
  return `${manufacturer}/${model}/${firmwareVersion}`;
}
