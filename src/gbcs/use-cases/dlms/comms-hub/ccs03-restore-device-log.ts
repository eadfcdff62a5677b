import { DuisRejection } from '../../../../common/errors.js';
import { REJECTION_CODES } from '../../../rejection-codes.js';
import { action, dlmsUseCase } from '../engine/index.js';
import { DEVICE_LOG, restorePan } from './device-log.js';

/** Restore CHF Device Log: gives a new Communications Hub the network and the Devices that the old one backed up. */
export const CCS03 = dlmsUseCase({
  code: 'CCS03',
  title: 'Restore CHF Device Log',
  messageCode: 0x0003,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['8.12.1'],
  targets: ['CHF'],
  source: 'GBCS mapping table rows 1014 to 1017',
  originator: 'AccessControlBrokerForUser',
  command: { restore: action(DEVICE_LOG, 5, restorePan) },
  from: {
    RestoreHANDeviceLog({ OldCHFID }, { context }) {
      const restore = context.communicationsHubBackup?.(OldCHFID);
      if (restore) return { restore };
      throw new DuisRejection(
        REJECTION_CODES.unknownDevice,
        `no backup of the Device Log of ${OldCHFID} is known`,
      );
    },
  },
});
