import { structure, zigbeeUtcTime } from '../gbcs/dlms/index.js';
import { accountValues } from '../gbcs/use-cases/dlms/shared/prepayment-read-log-entry.js';
import { singleElement } from '../gbcs/use-cases/dlms/shared/register-read-log-entry.js';
import type { CosemMember, CosemObjects } from './cosem-objects.js';
import type { RegisterReading } from './esme-meter.js';
import { keepLog } from './kept-log.js';

/** What is in an account, by register. */
export type AccountReading = Readonly<Record<keyof typeof accountValues, number>>;

/** Entries of each log. How many there are was not looked up; mark: unknown. */
const KEPT = 12;

const log = (obis: CosemMember['obis']): CosemMember => ({ classId: 7, obis, index: 2 });

/** Billing data logs. Source of the objects: GBCS mapping table, ECS20b, ECS20c. */
const LOG = {
  registers: log('0-0:98.1.0.255'),
  account: log('0-0:98.1.1.255'),
  changes: log('0-0:98.1.2.255'),
} as const;

interface ChangeRow {
  readonly attributes: readonly string[];
  readonly source: string;
  readonly mark: 'confirmed' | 'inferred' | 'unknown';
}

const nameOf = ({ classId, obis, index }: CosemMember): string => `${classId} ${obis} ${index}`;

/** What is a change of mode or of tariff. A change of supplier is none: the titles of no use case name it. */
const CHANGES: readonly ChangeRow[] = [
  {
    attributes: [
      '20 0-0:13.0.0.255 3',
      '20 0-0:13.0.0.255 4',
      '20 0-0:13.0.0.255 5',
      '113 0-0:19.20.0.255 5',
    ],
    source: 'title of ECS20b; active calendar and prices, GBCS mapping table, ECS24',
    mark: 'inferred',
  },
  {
    attributes: ['111 0-0:19.0.0.255 2'],
    source: 'title of ECS20b; payment mode of the active account, GBCS mapping table rows 1018 to 1021',
    mark: 'inferred',
  },
];
const CHANGING = new Set(CHANGES.flatMap(({ attributes }) => attributes));

/** The logs of what a meter had counted and its account had in it, at ends of billing periods and before changes. */
export class EsmeBillingLogs {
  readonly #registers: { add(entry: RegisterReading): void };
  readonly #account: { add(entry: AccountReading & { readonly timestamp: Date }): void };
  readonly #changes: { add(entry: RegisterReading & AccountReading): void };
  /** When the last change was, milliseconds since 1970: a Command changes many attributes at once. */
  #changedAt: number | undefined;

  constructor(objects: CosemObjects) {
    const [capacity, timestamp] = [KEPT, zigbeeUtcTime];
    this.#registers = keepLog(objects, {
      attribute: LOG.registers,
      entry: structure(singleElement),
      capacity,
    });
    this.#account = keepLog(objects, {
      attribute: LOG.account,
      entry: structure({ timestamp, ...accountValues }),
      capacity,
    });
    this.#changes = keepLog(objects, {
      attribute: LOG.changes,
      entry: structure({ ...singleElement, ...accountValues }),
      capacity,
    });
  }

  /** Keeps what there is at the end of a billing period. */
  keepPeriod(reading: RegisterReading, account: AccountReading): void {
    this.#registers.add(reading);
    this.#account.add({ timestamp: reading.timestamp, ...account });
  }

  /** Keeps what there is before an attribute changes, if that is a change of mode or tariff. */
  keepBeforeChange(
    attribute: CosemMember,
    now: () => { readonly reading: RegisterReading; readonly account: AccountReading },
  ): void {
    if (!CHANGING.has(nameOf(attribute))) return;
    const { reading, account } = now();
    const at = reading.timestamp.getTime();
    if (this.#changedAt === at) return;
    this.#changedAt = at;
    this.#changes.add({ ...reading, ...account });
  }
}
