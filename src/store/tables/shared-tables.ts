/** What one of several gateways does for all of them until it falls silent. Times are milliseconds since 1970. */
export interface LeasesTable {
  name: string;
  /** The instance that has it; null if none does. */
  holder: string | null;
  until_ms: number;
}

/** Counters that several gateways take from. */
export interface CountersTable {
  name: string;
  /** The highest value given out: 20 decimal digits at most, read as text. */
  value: string;
}

/** Marks a row as being worked on by an instance, which has it for itself until a time. */
export interface ClaimColumns {
  claimed_by: string | null;
  claimed_until: number | null;
}
