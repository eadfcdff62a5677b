import type { AccessSpecification } from '../dlms/access-specification.js';

/** Where an interface class has the time at which its passive values become active. */
interface ActivationAttributeRow {
  readonly classId: number;
  readonly attribute: number;
  readonly what: string;
  readonly source: string;
  readonly mark: 'confirmed' | 'inferred' | 'unknown';
}

const SOURCE = 'GBCS-RULES section 3, activation attributes; 41 alerts 00CC of RTDS 4.5.0';

/** Activation date-time attributes, by interface class. */
export const ACTIVATION_ATTRIBUTES: readonly ActivationAttributeRow[] = [
  { classId: 20, attribute: 10, what: 'activity calendar', source: SOURCE, mark: 'confirmed' },
  { classId: 111, attribute: 13, what: 'account', source: SOURCE, mark: 'confirmed' },
  { classId: 113, attribute: 7, what: 'charge', source: SOURCE, mark: 'confirmed' },
  { classId: 9000, attribute: 6, what: 'passive value of GBCS', source: SOURCE, mark: 'confirmed' },
];

/** Whether an access sets the time at which passive values become active. */
export function setsActivation({ service, classId, index }: AccessSpecification): boolean {
  return (
    service === 'set' &&
    ACTIVATION_ATTRIBUTES.some((row) => row.classId === classId && row.attribute === index)
  );
}
