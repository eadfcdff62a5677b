import {
  array,
  bitString,
  dateTime,
  integer,
  octetString,
  quantity,
  structure,
  unsigned,
} from '../../../dlms/index.js';
import { eui64 } from '../shared/eui64-type.js';

/** Device log of the Communications Hub Function. */
export const DEVICE_LOG = { classId: 104, obis: '0-0:30.3.0.255' } as const;
/** Devices that were removed from the log. */
export const HISTORIC_DEVICE_LOG = { classId: 104, obis: '0-0:30.3.1.255' } as const;

const decibels = quantity(integer, 'dBm');

/** Attribute 4: entries with what is known of the radio link. Source: mapping table rows 986 to 999, 1929. */
export const activeDevices = array(
  structure({
    device: eui64,
    status: bitString(8),
    maxRssi: decibels,
    averageRssi: decibels,
    minRssi: decibels,
    maxLqi: unsigned,
    averageLqi: unsigned,
    minLqi: unsigned,
    lastCommunication: dateTime,
    numberOfHops: unsigned,
    transmissionFailures: unsigned,
    transmissionSuccesses: unsigned,
    applicationVersion: unsigned,
    stackVersion: unsigned,
  }),
  { max: 16 },
);

/** A network and its Devices, as backed up and restored. Source: mapping table rows 1014 to 1016, 1967 to 1976. */
const network = {
  extendedPanId: octetString(8),
  devices: array(
    structure({
      device: eui64,
      /** Empty where the Device has no link key. */
      hashedLinkKey: octetString({ max: 16 }),
    }),
    { max: 16 },
  ),
};

/** What restore_PAN takes. Source: mapping table rows 1014 to 1017. */
export const restorePan = structure(network);

/** What backup_PAN returns. Source: mapping table rows 1967 to 1976. */
export const backupPan = structure({
  readAt: dateTime,
  ...network,
});
