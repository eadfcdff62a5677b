import { DuisRejection } from '../common/errors.js';

interface Refusal {
  readonly responseCode: string;
  /** `observed`: seen in an answer of the DCC; `confirmed`: the code's published meaning is this; `inferred`: the nearest known one. */
  readonly mark: 'confirmed' | 'observed' | 'inferred';
}

/**
 * Why the inventory refuses, and the DUIS Response Code for it. The request-specific codes (E0811nn, E1202nn, E0804nn and
 * so on) would be better in many rows, but their meanings are not published where we could read them; a code whose
 * meaning is unknown is not used.
 */
export const REFUSALS = {
  /** The Device ID is not in the inventory. */
  'unknown Device': { responseCode: 'E19', mark: 'confirmed' },
  'unknown Communications Hub': { responseCode: 'E19', mark: 'confirmed' },
  /** The Device is of a type the Service Reference is not for. */
  'wrong Device type': { responseCode: 'E11', mark: 'confirmed' },
  'not a Communications Hub': { responseCode: 'E11', mark: 'confirmed' },
  /** The SMI Status does not fit the Service Reference. */
  'wrong status': { responseCode: 'E5', mark: 'confirmed' },
  'Communications Hub not in service': { responseCode: 'E5', mark: 'confirmed' },
  'in another Device Log': { responseCode: 'E5', mark: 'inferred' },
  'already in the inventory': { responseCode: 'E5', mark: 'inferred' },
  'version decided by the Communications Hub': { responseCode: 'E5', mark: 'inferred' },
  /** No Active row for this firmware in the SMETS generation it would have. */
  'not in the Central Products List': { responseCode: 'E11', mark: 'inferred' },
  'generation differs from the Communications Hub': { responseCode: 'E11', mark: 'inferred' },
  'generation cannot be told': { responseCode: 'E11', mark: 'inferred' },
  /** A member that this Device type does not have, or lacks. */
  'details do not fit': { responseCode: 'E11', mark: 'inferred' },
  /** The gateway has no certificate to give a User (8.6): nothing of the User's is wrong, nothing can be communicated. */
  'broker certificates missing': { responseCode: 'E20', mark: 'inferred' },
  /** What the DCC answers to a CHF and GPF with one EUI-64. */
  'CHF and GPF are one Device': { responseCode: 'E120201', mark: 'observed' },
} as const satisfies Readonly<Record<string, Refusal>>;

export type RefusalReason = keyof typeof REFUSALS;

/** @param detail for the operator: which Device, which value */
export function refusal(reason: RefusalReason, detail: string): DuisRejection {
  return new DuisRejection(REFUSALS[reason].responseCode, `${reason}: ${detail}`);
}
