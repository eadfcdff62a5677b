import { DuisRejection } from '../common/errors.js';

interface Refusal {
  readonly responseCode: string;
  /** `inferred`: the code's meaning is known, that DUIS uses it here is not. */
  readonly mark: 'inferred';
}

/**
 * Why a request about schedules is refused, and the DUIS Response Code for it. The codes of Service References 5.1 to 5.3
 * (E0501nn, E0502nn, E0503nn) would be better; no source we could read tells what they mean.
 */
export const SCHEDULE_REFUSALS = {
  'unknown Device': { responseCode: 'E19', mark: 'inferred' },
  /** The scheduled Service Reference Variant is not for Devices of this type. */
  'wrong Device type': { responseCode: 'E11', mark: 'inferred' },
  /** The Device is out of service, so its schedules were removed. */
  'wrong status': { responseCode: 'E5', mark: 'inferred' },
  /** No role of the User may send the scheduled Service Reference Variant. */
  'wrong role': { responseCode: 'E2', mark: 'inferred' },
  'cannot be scheduled': { responseCode: 'E12', mark: 'inferred' },
  /** Service Reference, Variant and `DSP...` element do not go together. */
  'parts do not fit': { responseCode: 'E12', mark: 'inferred' },
  'dates or times cannot be used': { responseCode: 'E12', mark: 'inferred' },
  'too many schedules': { responseCode: 'E12', mark: 'inferred' },
  /** Another User's are as unknown as those that never were. */
  'unknown schedule': { responseCode: 'E12', mark: 'inferred' },
} as const satisfies Readonly<Record<string, Refusal>>;

/** @param detail for the operator: which Device, which value */
export function scheduleRefusal(reason: keyof typeof SCHEDULE_REFUSALS, detail: string): DuisRejection {
  return new DuisRejection(SCHEDULE_REFUSALS[reason].responseCode, `${reason}: ${detail}`);
}
