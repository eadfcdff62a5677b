import type { DeviceType } from '../../../common/device-type.js';
import { integerNames } from '../../asn1/integer.js';

/** JoinMethodAndRole. Source: GBCS 0.8.1 page 195; all seen in RTDS 4.5.0. */
export const joinMethodAndRole = integerNames({
  methodAInitiator: 0,
  methodAResponder: 1,
  methodB: 2,
  methodC: 3,
});

/** How two Devices are joined: the Device the Command goes to, the other one, and the services that may ask. */
export interface JoinRule {
  readonly target: DeviceType;
  readonly others: readonly DeviceType[];
  /** The critical (8.7.1, 8.8.1) or the non-critical (8.7.2, 8.8.2) Join and Unjoin. */
  readonly critical: boolean;
  readonly join: 'CS03A1' | 'CS03A2' | 'CS03B' | 'CS03C';
  readonly source: string;
}

/**
 * Which pair is joined how. Method A agrees keys with an ESME, which begins; method C joins GSME and PPMID through a
 * certificate; method B, between Devices that share no keys, only adds to a Device Log. What a User must sign is
 * critical; a PPMID knows no User, so the Access Control Broker signs for it.
 */
export const JOIN_RULES: readonly JoinRule[] = [
  {
    target: 'ESME',
    others: ['HCALCS', 'PPMID'],
    critical: true,
    join: 'CS03A1',
    source: 'GBCS-RULES 1.5; RTDS 4.5.0 CS03A1 (both)',
  },
  {
    target: 'HCALCS',
    others: ['ESME'],
    critical: true,
    join: 'CS03A2',
    source: 'GBCS-RULES 1.5; RTDS 4.5.0 CS03A2Critical',
  },
  {
    target: 'PPMID',
    others: ['ESME'],
    critical: false,
    join: 'CS03A2',
    source: 'GBCS-RULES 1.5; RTDS 4.5.0 CS03A2NonCritical',
  },
  {
    target: 'GSME',
    others: ['PPMID'],
    critical: true,
    join: 'CS03C',
    source: 'GBCS-RULES 1.5; RTDS 4.5.0 CS03CCritical',
  },
  {
    target: 'PPMID',
    others: ['GSME'],
    critical: false,
    join: 'CS03C',
    source: 'GBCS-RULES 1.5; RTDS 4.5.0 CS03CNonCritical',
  },
  {
    target: 'GSME',
    others: ['GPF'],
    critical: false,
    join: 'CS03B',
    source: 'GBCS-RULES 1.5; RTDS 4.5.0 CS03B',
  },
  {
    target: 'GPF',
    others: ['PPMID', 'IHD', 'CAD'],
    critical: false,
    join: 'CS03B',
    source:
      'inferred: the Gas Proxy Function logs RTDS 4.5.0 backs up (GCS62) hold PPMIDs and type 2 Devices',
  },
  {
    target: 'GPF',
    others: ['GSME'],
    critical: false,
    join: 'CS03B',
    source: 'inferred: the other side of GSME and GPF',
  },
  {
    target: 'PPMID',
    others: ['GPF'],
    critical: false,
    join: 'CS03B',
    source: 'inferred: the other side of GPF and PPMID',
  },
  {
    target: 'ESME',
    others: ['IHD', 'CAD'],
    critical: false,
    join: 'CS03B',
    source: 'inferred: type 2 Devices hold no certificates, so that only method B is left',
  },
];

/** The rules for a pair, of either criticality; none if the two are never joined. */
export function joinRules(target: DeviceType, other: DeviceType): readonly JoinRule[] {
  return JOIN_RULES.filter((rule) => rule.target === target && rule.others.includes(other));
}
