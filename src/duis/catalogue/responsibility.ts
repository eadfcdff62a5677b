/**
 * Whether the registration data must show the User responsible for the Device: `registered` in a role that may send the
 * variant, or `any` User in such a role.
 */
export type Responsibility = 'registered' | 'any';

export interface ResponsibilityRule {
  readonly responsibility: Responsibility;
  readonly reason: string;
}

/** Who must be responsible, and why. All are inferred: the sources name code E4 but not the variants it is for. */
export const RESPONSIBILITY_RULES = {
  registered: {
    responsibility: 'registered',
    reason: 'E4: not authorised for this Device at the required date and time, read as registration data',
  },
  beforeRegistration: {
    responsibility: 'any',
    reason: 'part of an installation, which comes before the registration data that follow from it',
  },
  readsIdentity: {
    responsibility: 'any',
    reason: 'reads what Device this is, which a User has to know before it can be responsible for it',
  },
  unregisteredRole: {
    responsibility: 'any',
    reason: 'only for roles that no registration data exist for',
  },
  aboutNoHome: {
    responsibility: 'any',
    reason: 'about the SM WAN at an address, not about a Device',
  },
} as const satisfies Readonly<Record<string, ResponsibilityRule>>;
