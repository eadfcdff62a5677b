import { dlmsUseCase, logEntries, protectedRead } from '../engine/index.js';
import { logPeriod } from '../shared/log-period.js';
import { valueLog } from '../shared/value-log-entries.js';
import { wattHours } from '../shared/units.js';

/** Read ESME Daily Consumption Log. */
export const ECS66 = dlmsUseCase({
  code: 'ECS66',
  title: 'Read ESME Daily Consumption Log',
  messageCode: 0x0060,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.17'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 559 to 1798; SMETS 5.7.5.14',
  command: {
    log: protectedRead('0-0:43.2.4.255', {
      entries: logEntries({ classId: 7, obis: '0-0:99.1.3.255' }, valueLog(wattHours)),
    }),
  },
  from: {
    RetrieveDailyConsumptionLog: ({ ReadLogPeriod }) => ({ log: { entries: logPeriod(ReadLogPeriod) } }),
  },
});
