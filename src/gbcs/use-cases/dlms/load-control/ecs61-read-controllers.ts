import { boolean, profileBuffer, structure, utf8String, zigbeeUtcTime } from '../../../dlms/index.js';
import { dlmsUseCase, get, getRange, nothingToSay } from '../engine/index.js';
import { logPeriod } from '../shared/log-period.js';
import {
  controllerSchedule,
  controllerSpecialDays,
  eachController,
  readDescriptions,
  readIdentities,
} from './auxiliary-controllers.js';
import { boostFunctionControl } from './boost-function.js';

const facts = { messageType: 'SME.C.NC', targets: ['ESME'] } as const;

const readCalendar = {
  specialDays: get({ classId: 11, obis: '0-0:11.0.3.255' }, 2, controllerSpecialDays),
  schedule: get({ classId: 10, obis: '0-0:12.0.2.255' }, 2, controllerSchedule),
};

/** Read ALCS Data: labels, calendar and state of each switch. */
export const ECS61a = dlmsUseCase({
  ...facts,
  code: 'ECS61a',
  title: 'Read HCALCS and ALCS Data',
  messageCode: 0x00bb,
  serviceReferenceVariants: ['7.7'],
  source: 'RTDS 4.5.0 ECS61a; the mapping table has its successors ECS61d and ECS61e only',
  command: {
    ...readDescriptions,
    ...readIdentities,
    ...readCalendar,
    ...eachController('active', (controller) =>
      get({ classId: 70, obis: `0-${controller}:96.3.10.255` }, 2, boolean),
    ),
  },
  from: { ReadALCSData: nothingToSay },
});

const boostLogEntry = structure({ start: zigbeeUtcTime, end: zigbeeUtcTime });

/** Read Boost Function Data. */
export const ECS61c = dlmsUseCase({
  ...facts,
  code: 'ECS61c',
  title: 'Read Boost Function Data',
  messageCode: 0x005e,
  serviceReferenceVariants: ['7.11'],
  source: 'GBCS mapping table rows 2 to 17',
  command: {
    available: get({ classId: 1, obis: '0-0:94.44.7.255' }, 2, boolean),
    log: getRange({ classId: 7, obis: '0-0:99.98.20.255' }, profileBuffer(boostLogEntry)),
    ...eachController('boosted', (controller) => get(boostFunctionControl(controller), 2, boolean)),
  },
  from: { ReadBoostButtonDetails: (content) => ({ log: logPeriod(content.ReadLogPeriod) }) },
});

/** Read Auxiliary Controller Configuration Data. */
export const ECS61d = dlmsUseCase({
  ...facts,
  code: 'ECS61d',
  title: 'Read Auxiliary Controller Configuration Data',
  messageCode: 0x011c,
  serviceReferenceVariants: ['7.14'],
  source: 'GBCS mapping table rows 727 to 779, 1773 to 1777, 1819 to 1823',
  command: { ...readDescriptions, ...readCalendar },
  from: { ReadAuxiliaryControllerConfigurationData: nothingToSay },
});

/** Read Auxiliary Controller Operational Data. */
export const ECS61e = dlmsUseCase({
  ...facts,
  code: 'ECS61e',
  title: 'Read Auxiliary Controller Operational Data',
  messageCode: 0x011d,
  serviceReferenceVariants: ['7.15'],
  source: 'GBCS mapping table rows 938 to 942, 1830 to 1834',
  command: {
    ...readIdentities,
    /** State and associated information of each controller, as JSON. */
    ...eachController('state', (controller) =>
      get({ classId: 1, obis: `0-0:94.44.0.${30 + controller}` }, 2, utf8String({ max: 72_000 })),
    ),
  },
  from: { ReadAuxiliaryControllerOperationalData: nothingToSay },
});
