import { dlmsUseCase, getRange, logEntries, protectedRead } from '../engine/index.js';
import { logPeriod } from '../shared/log-period.js';
import { prepaymentReadLog } from '../shared/prepayment-read-log-entry.js';
import { registerReadLog } from '../shared/register-read-log-entry.js';
import { valueLog } from '../shared/value-log-entries.js';
import { wattHours } from '../shared/units.js';

/** Read Electricity Daily Read Log (exc export). */
export const ECS21a = dlmsUseCase({
  code: 'ECS21a',
  title: 'Read Electricity Daily Read Log (exc export)',
  messageCode: 0x0033,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.6.1'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 546 to 1805; SMETS 5.7.5.13, 5.13.2.4',
  command: {
    log: protectedRead('0-0:43.2.5.255', {
      entries: logEntries({ classId: 7, obis: '0-0:98.1.9.255' }, registerReadLog),
    }),
  },
  from: {
    RetrieveImportDailyReadLog: ({ ReadLogPeriod }) => ({ log: { entries: logPeriod(ReadLogPeriod) } }),
  },
});

/** Read Electricity (Prepayment) Daily Read Log. */
export const ECS21b = dlmsUseCase({
  code: 'ECS21b',
  title: 'Read Electricity (Prepayment) Daily Read Log',
  messageCode: 0x0034,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.14'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 539 to 1529; SMETS 5.7.5.26',
  command: {
    log: protectedRead('0-0:43.2.6.255', {
      entries: logEntries({ classId: 7, obis: '0-0:98.1.8.255' }, prepaymentReadLog),
    }),
  },
  from: {
    ReadPrepaymentDailyReadLog: ({ ReadLogPeriod }) => ({ log: { entries: logPeriod(ReadLogPeriod) } }),
  },
});

/** Read Electricity Daily Read Log (export only). */
export const ECS21c = dlmsUseCase({
  code: 'ECS21c',
  title: 'Read Electricity Daily Read Log (export only)',
  messageCode: 0x0035,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.6.2'],
  targets: ['ESME'],
  originator: 'AccessControlBrokerForUser',
  source: 'GBCS mapping table rows 545 to 652; SMETS 5.7.5.13, 5.13.2.4',
  command: {
    /** Active export register. */
    entries: getRange({ classId: 7, obis: '0-0:98.1.10.255' }, valueLog(wattHours)),
  },
  from: {
    RetrieveExportDailyReadLog: ({ ReadLogPeriod }) => ({ entries: logPeriod(ReadLogPeriod) }),
  },
});
