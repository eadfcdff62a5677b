import { hasMembers } from './decoded-content.js';
import type { Reader } from './mmc-tree.js';
import { listAt } from './switching-schedules.js';

/** Objects of the account. Source: what ECS03 writes; mapping table rows 1022, 1042 to 1050. */
const ACCUMULATED_DEBT = '0-0:19.10.2.255';
const TIME_DEBTS: ReadonlySet<unknown> = new Set(['0-0:19.20.1.255', '0-0:19.20.2.255']);
const STANDING_CHARGE = '0-0:19.20.4.255';

/** Bits of when a charge is collected: the last is for times when supply is disabled. Source: what ECS03 writes. */
const NOT_WHEN_DISABLED = '110';

const chargesAt = (content: Parameters<Reader>[0], path: string) => listAt(content, path).filter(hasMembers);

/** Whether time-based debt is not recovered while supply is disabled; undefined where no charge tells. Mark: inferred. */
export const suspendDebtDisabled =
  (path: string): Reader =>
  (content) => {
    const debts = chargesAt(content, path).filter(
      ({ credit, charge }) => credit !== ACCUMULATED_DEBT && TIME_DEBTS.has(charge),
    );
    if (debts.length === 0) return undefined;
    return String(debts.every(({ collection }) => collection === NOT_WHEN_DISABLED));
  };

/** Whether standing charge and time-based debt accumulate while emergency credit is in use. Mark: inferred. */
export const suspendDebtEmergency =
  (path: string): Reader =>
  (content) => {
    const charges = chargesAt(content, path);
    if (!charges.some(({ charge }) => TIME_DEBTS.has(charge))) return undefined;
    return String(
      charges.some(
        ({ credit, charge }) =>
          credit === ACCUMULATED_DEBT && (charge === STANDING_CHARGE || TIME_DEBTS.has(charge)),
      ),
    );
  };
