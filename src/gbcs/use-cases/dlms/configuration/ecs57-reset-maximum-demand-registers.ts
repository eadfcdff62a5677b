import { constant, integer } from '../../../dlms/index.js';
import { action, dlmsUseCase, included } from '../engine/index.js';

const reset = (obis: `1-0:${number}.6.${number}.255`) =>
  included(action({ classId: 4, obis }, 1, constant(integer, 0)));

/** Reset ESME Maximum Demand Registers. */
export const ECS57 = dlmsUseCase({
  code: 'ECS57',
  title: 'Reset ESME Maximum Demand Registers',
  messageCode: 0x005a,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['6.18.2'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 514 to 516',
  command: {
    maximumDemandImport: reset('1-0:1.6.0.255'),
    maximumDemandConfigurableTimeImport: reset('1-0:1.6.1.255'),
    maximumDemandExport: reset('1-0:2.6.0.255'),
  },
  from: {
    ResetMaximumDemandRegisters: (content) => ({
      maximumDemandImport: content.MaxDemandActivePowerImportValue !== undefined,
      maximumDemandConfigurableTimeImport: content.MaxDemandConfigTimeActivePowerImportValue !== undefined,
      maximumDemandExport: content.MaxDemandActivePowerExportValue !== undefined,
    }),
  },
});
