import type { Generated } from 'kysely';
import type { Eui64 } from '../../common/eui64.js';
import type { RequestKind } from './journal-tables.js';

/** Who set a threshold: a User for itself, or the DCC. */
export type ThresholdSetter = 'User' | 'DCC';

/** How many requests of one User in a span of time are not an anomaly yet. */
export interface AnomalyThresholdsTable {
  id: Generated<number>;
  setter: ThresholdSetter;
  /** Null: holds for every User, each counted by itself. */
  user: Eui64 | null;
  /** Null: all Service Reference Variants are counted together. */
  variant: string | null;
  /** Most requests in the window; the one that goes beyond is quarantined. */
  maximum: number;
  /** From how many requests in the window a line is logged; null for none. */
  warning: number | null;
  /** Length of the window that ends now, in milliseconds. */
  window_ms: number;
}

/** Between what a value in a request has to be. */
export interface AttributeLimitsTable {
  id: Generated<number>;
  variant: string;
  /** From the content of the body element down, such as `PriceElements.StandingCharge`. */
  path: string;
  /** Inclusive: a decimal number, or a date and time (ISO 8601); null for no lower limit. */
  minimum: string | null;
  /** Inclusive, as `minimum`; null for no upper limit. */
  maximum: string | null;
  /** Null: holds for every User. */
  user: Eui64 | null;
}

/** How a request breached what is taken for normal (DUIS schema, QuarantinedRequest). */
export type BreachKind = 'user-threshold' | 'dcc-threshold' | 'attribute-limits';

/** `quarantined` until an operator decides. */
export type QuarantineState = 'quarantined' | 'released' | 'rejected';

/** Requests kept from Devices until an operator has looked at them. Rows stay for ever; times are milliseconds since 1970. */
export interface QuarantineTable {
  /** QuarantineEventRef: 1 for the first, then rising; never given out twice. */
  event_ref: Generated<number>;
  request_id: string;
  kind: RequestKind;
  breach: BreachKind;
  /** What was breached, for the operator. */
  detail: string;
  at: number;
  state: QuarantineState;
  settled_at: number | null;
  settled_by: string | null;
  /** Why an operator rejected it. */
  reason: string | null;
  /** 1 once the gateway has carried out what the operator decided, else 0. */
  done: number;
}
