/**
 * How sure a fact is. `confirmed`: read in a source. `inferred`: follows from a source or from what a Device is.
 * `unknown`: neither; treated as a no.
 */
export type Mark = 'confirmed' | 'inferred' | 'unknown';

/** Whether a Service Reference Variant may be sent for a SMETS1 Device. */
export interface Smets1Rule {
  readonly eligible: boolean;
  readonly mark: Mark;
  /** Where it comes from, or the reason it is inferred. */
  readonly source: string;
}

function eligible(source: string): Smets1Rule {
  return { eligible: true, mark: 'inferred', source };
}

function notEligible(source: string): Smets1Rule {
  return { eligible: false, mark: 'inferred', source };
}

/**
 * The published list of SMETS1 Service Requests (DUIS clause 1.4.2) could not be read, so most rules are inferred.
 * Sources: MP202 = SEC Modification Report MP202; S1SR = SMETS1 Supporting Requirements, opening pages;
 * XSD = DUIS schema 5.4; MMC = MMC schema 5.4; DP266 = SEC Draft Proposal 266 on SMETS1 UTRNs.
 */
export const SMETS1_RULES = {
  ppmidFirmware: {
    eligible: false,
    mark: 'confirmed',
    source: 'MP202 requirement 7: over-the-air PPMID firmware in SMETS2+ systems only',
  },
  ppmidInHome: eligible('MP202: what a PPMID needs to join, be read and leave a SMETS1 home'),
  answeredByDcc: eligible(
    'the DCC answers it itself, no S1SP takes part; MP202 presupposes 8.2 to 8.4 and 12.2 for SMETS1 PPMIDs',
  ),
  meterData: eligible(
    'a register, balance or log that a SMETS1 meter has; the S1SP answers in MMC form, which has a body for it',
  ),
  settingRead: eligible(
    'a setting of a SMETS1 meter that is read back: identity, MPxN, payment mode, billing calendar, gas values, alerts',
  ),
  supplierControl: eligible(
    'tariff, payment and supply control are what a Supplier runs a SMETS1 meter with',
  ),
  topUp: eligible('XSD S1SPAlert/UTRN and DP266: top-up tokens of SMETS1 meters pass through the DCC'),
  basicSetting: eligible(
    'a basic setting or action of a SMETS1 meter: messages, tenancy, logs, clock, billing, MPxN, alerts',
  ),
  commissioning: eligible('commissioning and joining of SMETS1 meters are Equivalent Steps of the S1SP'),
  certificateIds: eligible(
    'S1SR: Notified Critical and Non-Critical Certificate IDs stand for the Device Security Credentials',
  ),
  noDeviceCertificate: notEligible(
    'S1SR: a SMETS1 Device holds no SMKI Device certificate, only certificate IDs are notified for it',
  ),
  noSuchPart: notEligible(
    'SMETS1 knows no such part: secondary element, auxiliary load control, HCALCS, boost button',
  ),
  noSubGhz: notEligible('sub-GHz radio came with dual band Communications Hubs (CHTS), which are SMETS2+'),
  noGbcsHome: notEligible(
    'there is no GBCS Command to deliver locally and no GBCS Device log to restore in a SMETS1 home',
  ),
  nothingKnown: {
    eligible: false,
    mark: 'unknown',
    source: 'no source says whether a SMETS1 Device can do it',
  },
} as const satisfies Readonly<Record<string, Smets1Rule>>;
