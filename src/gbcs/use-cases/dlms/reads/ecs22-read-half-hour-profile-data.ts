import {
  doubleLongUnsigned,
  oneOf,
  profileBuffer,
  quantity,
  structure,
  zigbeeUtcTime,
} from '../../../dlms/index.js';
import { dlmsUseCase, getRange, logEntries, protectedRead } from '../engine/index.js';
import { logPeriod } from '../shared/log-period.js';
import { valueLog } from '../shared/value-log-entries.js';
import { wattHours } from '../shared/units.js';

const varHours = quantity(doubleLongUnsigned, 'varh');

/** Source: mapping table rows 555, 556, 616, structure twoDlValueLogEntry. */
const exportEntry = structure({
  timestamp: zigbeeUtcTime,
  activeEnergyExported: wattHours,
  reactiveEnergyExported: varHours,
});

/** Source: mapping table rows 537, 538, 609, structure activeImportLogEntry. */
const singleElementEntry = structure({ timestamp: zigbeeUtcTime, activeEnergyImported: wattHours });
const twinElementEntry = structure({
  timestamp: zigbeeUtcTime,
  primaryActiveEnergyImported: wattHours,
  secondaryActiveEnergyImported: wattHours,
});

/** Read Electricity Half Hour Profile Data (export). */
export const ECS22a = dlmsUseCase({
  code: 'ECS22a',
  title: 'Read Electricity Half Hour Profile Data (export)',
  messageCode: 0x0036,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.8.3'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 555 to 657; SMETS 5.7.5.27, 5.13.2.7',
  command: { entries: getRange({ classId: 7, obis: '0-0:99.1.1.255' }, profileBuffer(exportEntry)) },
  from: { ReadExportProfileData: ({ ReadLogPeriod }) => ({ entries: logPeriod(ReadLogPeriod) }) },
});

/** Read Electricity Half Hour Profile Data (active import). */
export const ECS22b = dlmsUseCase({
  code: 'ECS22b',
  title: 'Read Electricity Half Hour Profile Data (active import)',
  messageCode: 0x0037,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.8.1'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 537 to 656; SMETS 5.7.5.27, 5.13.2.7',
  command: {
    log: protectedRead('0-0:43.2.7.255', {
      entries: logEntries(
        { classId: 7, obis: '0-0:99.1.0.255' },
        oneOf(profileBuffer(twinElementEntry), profileBuffer(singleElementEntry)),
      ),
    }),
  },
  from: {
    ReadActiveImportProfileData: ({ ReadLogPeriod }) => ({ log: { entries: logPeriod(ReadLogPeriod) } }),
  },
});

/** Read Electricity Half Hour Profile Data (reactive import). */
export const ECS22c = dlmsUseCase({
  code: 'ECS22c',
  title: 'Read Electricity Half Hour Profile Data (reactive import)',
  messageCode: 0x0038,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['4.8.2'],
  targets: ['ESME'],
  source: 'GBCS mapping table rows 557 to 658; SMETS 5.7.5.27, 5.13.2.7',
  command: { entries: getRange({ classId: 7, obis: '0-0:99.1.2.255' }, valueLog(varHours)) },
  from: { ReadReactiveImportProfileData: ({ ReadLogPeriod }) => ({ entries: logPeriod(ReadLogPeriod) }) },
});
