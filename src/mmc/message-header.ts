import { formatCosemDateTime, type GbcsMessage } from '../gbcs/index.js';
import { serviceReferenceOf } from '../duis/index.js';
import { clockStatus } from './clock-status.js';
import { instant } from './conversions.js';
import type { MmcTree } from './mmc-tree.js';

/** Clock status where the Device does not tell it. */
const NOT_SPECIFIED = 0xff;

/**
 * The Header of an MMC document, from the Grouping Header.
 * @param serviceReferenceVariant absent for Alerts, which no Service Request asked for
 */
export function mmcHeader({ header }: GbcsMessage, serviceReferenceVariant: string | undefined): MmcTree {
  const { supplementaryRemoteParty: party, dateTime } = header;
  const timestamp = dateTime && instant(formatCosemDateTime(dateTime));
  return {
    BusinessOriginatorID: header.originator,
    BusinessTargetID: header.recipient,
    OriginatorCounter: header.originatorCounter.toString(),
    SupplementaryRemotePartyID: party?.id,
    SupplementaryRemotePartyCounter: party?.counter?.toString(),
    SupplementaryOriginatorCounter: party?.originatorCounter?.toString(),
    GBCSHexadecimalMessageCode: header.messageCode.toString(16).toUpperCase().padStart(4, '0'),
    ...(serviceReferenceVariant !== undefined && {
      ServiceReference: serviceReferenceOf(serviceReferenceVariant),
      ServiceReferenceVariant: serviceReferenceVariant,
    }),
    ...(dateTime &&
      timestamp !== undefined && {
        Timestamp: {
          value: timestamp,
          ...(dateTime.status !== NOT_SPECIFIED && { ClockStatus: clockStatus(dateTime.status) }),
        },
      }),
  };
}
