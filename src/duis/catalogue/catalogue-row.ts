import type { DeviceType } from '../../common/device-type.js';
import type { DeviceStatus } from '../generated/service-response-types.js';
import type { CommandVariant, RequestElementName } from '../service-request.js';
import { RESPONSIBILITY_RULES, type Responsibility, type ResponsibilityRule } from './responsibility.js';
import { STATUS_RULES, type StatusRule } from './device-statuses.js';
import { type Smets1Rule } from './smets1-rules.js';
import type { UserRole } from './user-roles.js';

/** A column of the catalogue that may hold what no source gives. */
export type InferredColumn = 'commandVariants' | 'roles' | 'targets' | 'statuses' | 'responsibility';

/** One Service Reference Variant: who may ask for it, in which form, of which Devices. */
export interface CatalogueRow {
  /** Service Reference Variant, such as `8.7.2`. */
  readonly variant: string;
  readonly name: string;
  /** The element in the Body of a Service Request (a Signed Pre-Command carries `SignedPreCommand` instead). */
  readonly element: RequestElementName;
  readonly commandVariants: readonly CommandVariant[];
  /** The User signs the Command, so the request is made in two steps: Pre-Command, Signed Pre-Command. */
  readonly critical: boolean;
  readonly roles: readonly UserRole[];
  /** Device types that can be the Business Target; empty for Non-Device Services, whose target is the DCC. */
  readonly targets: readonly DeviceType[];
  /** SMI statuses the target may have; empty for Non-Device Services. A Type 2 Device has none and is not held to it. */
  readonly statuses: readonly DeviceStatus[];
  readonly responsibility: Responsibility;
  readonly onDemand: boolean;
  /** Who holds a future-dated request until it is due. */
  readonly futureDated: 'none' | 'DSP' | 'Device' | 'DSP and Device';
  /** May be named in a DSP schedule (Service Reference 5.1). */
  readonly scheduled: boolean;
  readonly smets1: Smets1Rule;
  /** GBCS use cases that can serve it, in the order of the catalogue of use cases; empty for Non-Device Services. */
  readonly useCases: readonly string[];
  /** Where the columns that are not inferred come from. */
  readonly source: string;
  /** The inferred columns, each with its reason. */
  readonly inferred: Readonly<Partial<Record<InferredColumn, string>>>;
}

/** What a row says of its own; the rest follows from the kind of Service Request. */
interface RowFacts {
  readonly element: RequestElementName;
  readonly roles: readonly UserRole[];
  readonly smets1: Smets1Rule;
  /** Absent: `registered`. */
  readonly responsibility?: ResponsibilityRule;
  readonly source?: string;
  readonly inferred?: CatalogueRow['inferred'];
}

interface DeviceRowFacts extends RowFacts {
  readonly targets: readonly DeviceType[];
  readonly useCases: readonly string[];
  /** Absent: `inUse`. */
  readonly statuses?: StatusRule;
  /** Absent: `none`. */
  readonly futureDated?: CatalogueRow['futureDated'];
  /** Absent: not in DSP schedules. */
  readonly scheduled?: true;
  /** Absent: what all of its kind have. */
  readonly commandVariants?: readonly CommandVariant[];
  /** Absent: on demand. */
  readonly onDemand?: false;
}

const MATRIX = 'duis-parser 0.6.0, duis-request-matrix';
const SCHEMA = 'DUIS schema 5.4, ServiceReferenceVariant and Body';
const USE_CASE_TABLE = 'GBCS mapping table';

function deviceRow(
  variant: string,
  name: string,
  critical: boolean,
  commandVariants: readonly CommandVariant[],
  facts: DeviceRowFacts,
): CatalogueRow {
  const {
    statuses: statusRule = STATUS_RULES.inUse,
    responsibility: rule = RESPONSIBILITY_RULES.registered,
  } = facts;
  return {
    variant,
    name,
    element: facts.element,
    commandVariants: facts.commandVariants ?? commandVariants,
    critical,
    roles: facts.roles,
    targets: facts.targets,
    statuses: statusRule.statuses,
    responsibility: rule.responsibility,
    onDemand: facts.onDemand ?? true,
    futureDated: facts.futureDated ?? 'none',
    scheduled: facts.scheduled ?? false,
    smets1: facts.smets1,
    useCases: facts.useCases,
    source: facts.source ?? `${MATRIX}; ${SCHEMA}; ${USE_CASE_TABLE}`,
    inferred: { statuses: statusRule.reason, responsibility: rule.reason, ...facts.inferred },
  };
}

/** A critical request: transformed with Command Variant 4, sent signed with 5, 6 or 7. */
export function critical(variant: string, name: string, facts: DeviceRowFacts): CatalogueRow {
  return deviceRow(variant, name, true, [4, 5, 6, 7], facts);
}

/** A request that the DCC makes a Command of by itself. */
export function nonCritical(variant: string, name: string, facts: DeviceRowFacts): CatalogueRow {
  return deviceRow(variant, name, false, [1, 2, 3], facts);
}

/** A request that the DCC answers itself. */
export function nonDevice(variant: string, name: string, facts: RowFacts): CatalogueRow {
  const { responsibility: rule = RESPONSIBILITY_RULES.registered } = facts;
  return {
    variant,
    name,
    element: facts.element,
    commandVariants: [8],
    critical: false,
    roles: facts.roles,
    targets: [],
    statuses: STATUS_RULES.nonDevice.statuses,
    responsibility: rule.responsibility,
    onDemand: false,
    futureDated: 'none',
    scheduled: false,
    smets1: facts.smets1,
    useCases: [],
    source: facts.source ?? `${MATRIX}; ${SCHEMA}`,
    inferred: { responsibility: rule.reason, ...facts.inferred },
  };
}
