/** What is wrong with a database that does not do what it is told. */
export type StoreFaultKind = 'locked' | 'full' | 'read-only' | 'damaged' | 'away';

export interface StoreFault {
  readonly kind: StoreFaultKind;
  /** What a sender is told; nothing was acknowledged. */
  readonly meaning: string;
  /** What an operator can do about it. */
  readonly advice: string;
  /** When it makes sense to try again, in seconds. */
  readonly retryAfterS: number;
}

const FAULTS: Readonly<Record<StoreFaultKind, StoreFault>> = {
  locked: {
    kind: 'locked',
    meaning: 'the database is locked by another process',
    advice:
      'end what holds the database open for writing, such as a backup or a shell with an open transaction',
    retryAfterS: 1,
  },
  full: {
    kind: 'full',
    meaning: 'the disk of the database is full',
    advice: 'free space on the disk of the database; nothing has to be started again',
    retryAfterS: 30,
  },
  'read-only': {
    kind: 'read-only',
    meaning: 'the database cannot be written to',
    advice:
      'give this process the right to write the database file and its folder, or mount the disk for writing, and start the gateway again',
    retryAfterS: 30,
  },
  damaged: {
    kind: 'damaged',
    meaning: 'a part of the database cannot be read',
    advice:
      'check the disk, and stop the gateway before a copy of the database is repaired: with SQLite by `sqlite3 FILE .recover`, else from a backup',
    retryAfterS: 60,
  },
  away: {
    kind: 'away',
    meaning: 'the database cannot be reached',
    advice: 'see that the database server runs and can be reached; the gateway goes on by itself',
    retryAfterS: 5,
  },
};

interface FaultCode {
  /** The beginning of the driver's error code. */
  readonly code: string;
  readonly kind: StoreFaultKind;
  readonly source: string;
}

/** Sources. SQLite: result codes, https://sqlite.org/rescode.html. PostgreSQL: appendix A, error codes. All confirmed. */
const SQLITE = 'SQLite, result and error codes';
const POSTGRESQL = 'PostgreSQL, appendix A';

const CODES: readonly FaultCode[] = [
  { code: 'SQLITE_BUSY', kind: 'locked', source: SQLITE },
  { code: 'SQLITE_LOCKED', kind: 'locked', source: SQLITE },
  { code: 'SQLITE_FULL', kind: 'full', source: SQLITE },
  { code: 'SQLITE_READONLY', kind: 'read-only', source: SQLITE },
  { code: 'SQLITE_PERM', kind: 'read-only', source: SQLITE },
  { code: 'SQLITE_CORRUPT', kind: 'damaged', source: SQLITE },
  { code: 'SQLITE_NOTADB', kind: 'damaged', source: SQLITE },
  { code: 'SQLITE_IOERR', kind: 'damaged', source: SQLITE },
  { code: 'SQLITE_CANTOPEN', kind: 'away', source: SQLITE },
  { code: '55P03', kind: 'locked', source: POSTGRESQL },
  { code: '53100', kind: 'full', source: POSTGRESQL },
  { code: '25006', kind: 'read-only', source: POSTGRESQL },
  { code: 'XX001', kind: 'damaged', source: POSTGRESQL },
  { code: 'XX002', kind: 'damaged', source: POSTGRESQL },
  { code: '08', kind: 'away', source: POSTGRESQL },
  { code: '57P0', kind: 'away', source: POSTGRESQL },
];

/** What is wrong with the database, by the error of its driver; undefined for any other error. */
export function storeFaultOf(error: unknown): StoreFault | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  if (typeof code !== 'string') return undefined;
  const known = CODES.find((each) => code.startsWith(each.code));
  return known && FAULTS[known.kind];
}

/** An error as the log tells it: with what to do, where it is a fault of the database. */
export function failureFacts(error: unknown): { readonly reason: string; readonly advice?: string } {
  const fault = storeFaultOf(error);
  return { reason: String(error), ...(fault !== undefined && { advice: fault.advice }) };
}
