import type { DeviceStatus } from '../generated/service-response-types.js';

/** The SMI statuses a Device may have for a Service Reference Variant, and why these. All are inferred: clause 3.2 of DUIS could not be read. */
export interface StatusRule {
  readonly statuses: readonly DeviceStatus[];
  readonly reason: string;
}

const IN_USE: readonly DeviceStatus[] = [
  'Pending',
  'Whitelisted',
  'InstalledNotCommissioned',
  'Commissioned',
  'Recovery',
  'Recovered',
];

/** Named sets of SMI statuses. Sources: DUIS schema, DeviceStatus; SEC glossary, Commissioned and Suspended. */
export const STATUS_RULES = {
  /** Pending too: a Device is reached as soon as it is installed, and only what it sends tells the DCC that it is. */
  inUse: {
    statuses: IN_USE,
    reason: 'a Device can be sent Commands unless it is Suspended, Withdrawn or Decommissioned',
  },
  /** What brings a Suspended Device back, or shows what is wrong with it. */
  alsoSuspended: {
    statuses: [...IN_USE, 'Suspended'],
    reason: 'needed to bring a Suspended Device back: its firmware, its credentials, its logs',
  },
  /** A Device in Recovery has no credentials of its Supplier to commission it with. */
  toBeCommissioned: {
    statuses: ['Pending', 'Whitelisted', 'InstalledNotCommissioned', 'Commissioned', 'Recovered'],
    reason: 'a meter is commissioned once it is on the HAN, or anew after Recovery, not in the middle of one',
  },
  nonDevice: {
    statuses: [],
    reason: 'the target is the DCC; where the body names a Device its service looks at the status',
  },
} as const satisfies Readonly<Record<string, StatusRule>>;
