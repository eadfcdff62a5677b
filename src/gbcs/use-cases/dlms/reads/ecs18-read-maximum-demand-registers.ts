import { dateTime } from '../../../dlms/index.js';
import { dlmsUseCase, get, nothingToSay } from '../engine/index.js';
import { MAXIMUM_DEMAND_TIME_PERIOD, maximumDemandTimePeriod } from '../shared/maximum-demand-time-period.js';
import { maximumDemandRegister } from '../shared/register-items.js';

/** Read Maximum Demand Registers (export). */
export const ECS18a = dlmsUseCase({
  code: 'ECS18a',
  title: 'Read Maximum Demand Registers (export)',
  messageCode: 0x002b,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.12.2'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 503 to 1826; SMETS 5.7.5.21',
  command: {
    exportLastReset: get({ classId: 1, obis: '0-0:94.44.5.2' }, 2, dateTime),
    activePowerExport: maximumDemandRegister({ classId: 4, obis: '1-0:2.6.0.255' }),
  },
  from: { ReadMaximumDemandExportRegisters: nothingToSay },
});

/** Read Maximum Demand Registers (import). */
export const ECS18b = dlmsUseCase({
  code: 'ECS18b',
  title: 'Read Maximum Demand Registers (import)',
  messageCode: 0x002c,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.12.1'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 74 to 1825; SMETS 5.7.4.26, 5.7.5.19, 5.7.5.20',
  command: {
    configurableTimeImportLastReset: get({ classId: 1, obis: '0-0:94.44.5.0' }, 2, dateTime),
    importLastReset: get({ classId: 1, obis: '0-0:94.44.5.1' }, 2, dateTime),
    activePowerImport: maximumDemandRegister({ classId: 4, obis: '1-0:1.6.0.255' }),
    configurableTimeActivePowerImport: maximumDemandRegister({ classId: 4, obis: '1-0:1.6.1.255' }),
    configurableTimePeriod: get(MAXIMUM_DEMAND_TIME_PERIOD, 2, maximumDemandTimePeriod),
  },
  from: { ReadMaximumDemandImportRegisters: nothingToSay },
});
