import type { UseCase } from '../gbcs/index.js';
import { NotCovered } from './not-covered.js';

/** Responses that no Service Request asks for: MMC has no element for them, and no User gets them. */
export interface NotAskedRow {
  readonly useCase: string;
  readonly messageCodes: readonly number[];
  /** Why, as the end of a sentence. */
  readonly reason: string;
  readonly source: string;
  readonly mark: 'confirmed' | 'inferred';
}

const CREDENTIALS = 'MMC schema 5.4, CredentialsReplacementMode and the services its comments name';

/** Use cases whose Responses go to somebody else than a User, and why. */
export const NOT_ASKED: readonly NotAskedRow[] = [
  {
    useCase: 'CS02b',
    messageCodes: [0x0100, 0x0101],
    reason: 'MMC has no CredentialsReplacementMode for root credentials',
    source: CREDENTIALS,
    mark: 'confirmed',
  },
  {
    useCase: 'CS02b',
    messageCodes: [0x0105],
    reason: 'it answers the WAN Provider, and MMC has no CredentialsReplacementMode for that',
    source: CREDENTIALS,
    mark: 'confirmed',
  },
  {
    useCase: 'CS02b',
    messageCodes: [0x0106],
    reason: 'it answers the Change of Supplier party, and MMC has no CredentialsReplacementMode for that',
    source: CREDENTIALS,
    mark: 'confirmed',
  },
  {
    useCase: 'CS02b',
    messageCodes: [0x0108, 0x0109],
    reason: 'it answers whoever holds recovery keys, and MMC has no CredentialsReplacementMode for that',
    source: CREDENTIALS,
    mark: 'confirmed',
  },
  {
    useCase: 'PCS01',
    messageCodes: [0x009b],
    reason: 'a GSME answers a PPMID inside the home',
    source: 'GBCS mapping table row 90',
    mark: 'confirmed',
  },
  {
    useCase: 'PCS02',
    messageCodes: [0x0090],
    reason: 'a GSME answers a PPMID inside the home',
    source: 'GBCS mapping table row 1499',
    mark: 'confirmed',
  },
];

/** That no Service Request asks for what a Response answers; with the reason where one is known. */
export function notAsked({ code, title, messageCode }: UseCase): NotCovered {
  const row = NOT_ASKED.find((each) => each.messageCodes.includes(messageCode));
  const because = row === undefined ? '' : `: ${row.reason}`;
  return new NotCovered(`no Service Request asks for ${code} (${title})${because}`);
}
