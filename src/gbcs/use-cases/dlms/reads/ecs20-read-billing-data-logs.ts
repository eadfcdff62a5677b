import { dlmsUseCase, getRange, logEntries, protectedRead } from '../engine/index.js';
import { amount } from '../shared/amount.js';
import { logPeriod } from '../shared/log-period.js';
import { prepaymentReadLog } from '../shared/prepayment-read-log-entry.js';
import { registerAndAccountLog, registerReadLog } from '../shared/register-read-log-entry.js';
import { valueLog } from '../shared/value-log-entries.js';

/** Read ESME Billing Data Log (payment based debt payments). */
export const ECS20a = dlmsUseCase({
  code: 'ECS20a',
  title: 'Read ESME Billing Data Log (payment based debt payments)',
  messageCode: 0x002e,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.4.4'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 517 to 649; SMETS 5.7.5.10, 5.13.2.3',
  command: { entries: getRange({ classId: 7, obis: '0-0:98.1.4.255' }, valueLog(amount)) },
  from: {
    RetrieveBillingDataLogDebtPayments: ({ ReadLogPeriod }) => ({ entries: logPeriod(ReadLogPeriod) }),
  },
});

/** Read ESME Billing Data Log (change of mode / tariff triggered exc export). */
export const ECS20b = dlmsUseCase({
  code: 'ECS20b',
  title: 'Read ESME Billing Data Log (change of mode / tariff triggered exc export)',
  messageCode: 0x002f,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.4.2'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 519 to 1803; SMETS 5.7.5.10, 5.13.2.3',
  command: {
    log: protectedRead('0-0:43.2.3.255', {
      entries: logEntries({ classId: 7, obis: '0-0:98.1.2.255' }, registerAndAccountLog),
    }),
  },
  from: {
    RetrieveCoMOrTariffTriggeredBillingDataLog: ({ ReadLogPeriod }) => ({
      log: { entries: logPeriod(ReadLogPeriod) },
    }),
  },
});

/** Read ESME Billing Data Log (billing calendar triggered exc export): registers and account have a log each. */
export const ECS20c = dlmsUseCase({
  code: 'ECS20c',
  title: 'Read ESME Billing Data Log (billing calendar triggered exc export)',
  messageCode: 0x0030,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.4.3'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 520 to 1880; SMETS 5.7.5.10, 5.13.2.3',
  command: {
    log: protectedRead('0-0:43.2.2.255', {
      registers: logEntries({ classId: 7, obis: '0-0:98.1.0.255' }, registerReadLog),
      account: logEntries({ classId: 7, obis: '0-0:98.1.1.255' }, prepaymentReadLog),
    }),
  },
  from: {
    RetrieveBillingCalendarTriggeredBillingDataLog({ ReadLogPeriod }) {
      const period = logPeriod(ReadLogPeriod);
      return { log: { registers: period, account: period } };
    },
  },
});

/** Read ESME Billing Data Log (prepayment credits). */
export const ECS20d = dlmsUseCase({
  code: 'ECS20d',
  title: 'Read ESME Billing Data Log (prepayment credits)',
  messageCode: 0x00c9,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.4.5'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 558 to 650; SMETS 5.7.5.10, 5.13.2.3',
  command: { entries: getRange({ classId: 7, obis: '0-0:98.1.5.255' }, valueLog(amount)) },
  from: {
    RetrieveBillingDataLogPrepaymentCredits: ({ ReadLogPeriod }) => ({ entries: logPeriod(ReadLogPeriod) }),
  },
});
