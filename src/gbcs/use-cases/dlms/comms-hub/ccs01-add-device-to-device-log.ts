import { DuisRejection } from '../../../../common/errors.js';
import type { DeviceType } from '../../../../common/device-type.js';
import {
  boolean,
  constant,
  enumerated,
  longUnsigned,
  named,
  octetString,
  quantity,
  structure,
} from '../../../dlms/index.js';
import { REJECTION_CODES } from '../../../rejection-codes.js';
import { action, dlmsUseCase, hasBodyContent, set } from '../engine/index.js';
import { eui64 } from '../shared/eui64-type.js';
import { DEVICE_LOG } from './device-log.js';

/** Length of an install code without its CRC, in bytes. */
const INSTALL_CODE_LENGTH = 16;

/** Device types of the device log. Source: mapping table row 1001; GPF from the GBCS notes on class 104. */
const DEVICE_LOG_TYPES = {
  0: 'ESME',
  1: 'GSME',
  13: 'HCALCS',
  128: 'IHD',
  130: 'CAD',
  132: 'PPMID',
  254: 'GPF',
} as const satisfies Readonly<Record<number, DeviceType>>;

/** Add Device to CHF device log: the entry, how long joining is open, and opening it. */
export const CCS01 = dlmsUseCase({
  code: 'CCS01',
  title: 'Add Device to CHF device log',
  messageCode: 0x0001,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['8.11'],
  targets: ['CHF'],
  source: 'GBCS mapping table rows 984 to 1004; CHTS 4.5.1.2',
  originator: 'AccessControlBrokerForUser',
  command: {
    addEntry: action(
      DEVICE_LOG,
      1,
      structure({
        device: eui64,
        /** 1: install code. */
        credentialsType: constant(enumerated, 1),
        installCode: octetString(INSTALL_CODE_LENGTH),
        deviceType: named(enumerated, DEVICE_LOG_TYPES),
      }),
    ),
    joinTimeout: set(DEVICE_LOG, 3, quantity(longUnsigned, 's')),
    openForJoining: set(DEVICE_LOG, 2, constant(boolean, true)),
  },
  from: {
    UpdateHANDeviceLog({ DeviceID, AddDeviceToCHFWhitelist: entry }, { context }) {
      if (!entry) {
        throw new DuisRejection(
          REJECTION_CODES.cannotBeExpressed,
          'CCS01: AddDeviceToCHFWhitelist is missing',
        );
      }
      const deviceType = context.device(DeviceID)?.deviceType;
      if (!deviceType) {
        throw new DuisRejection(
          REJECTION_CODES.unknownDevice,
          `CCS01: the inventory has no Device ${DeviceID}`,
        );
      }
      if (deviceType === 'CHF') {
        throw new DuisRejection(REJECTION_CODES.wrongDeviceType, 'CCS01: a CHF cannot be in a device log');
      }
      return {
        addEntry: { device: DeviceID, installCode: entry.InstallCode, deviceType },
        joinTimeout: entry.JoinTimePeriod,
      };
    },
  },
  appliesWhere: ({ request }) =>
    hasBodyContent(request, 'UpdateHANDeviceLog', (content) => content.RequestType === 'Add'),
});
