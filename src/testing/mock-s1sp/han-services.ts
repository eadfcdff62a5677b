import type { DeviceType } from '../../common/device-type.js';
import type { MmcDeviceType, MmcStatusASN1 } from '../../duis/generated/service-response-types.js';
import { contentOf, failure, read, type Service, type ServiceTable, success } from './service.js';
import { join } from './smets1-homes.js';

const SUCCESS: MmcStatusASN1 = { ResponseCode: 0n, ASN1Status: 'success' };
/** Numbers of the GBCS use cases CS03 and CS04; whether S1SPs give the same is not known. */
const NO_PARTNER: MmcStatusASN1 = { ResponseCode: 12n, ASN1Status: 'noPartnerLinkKeyReceived' };
const NOT_IN_LOG: MmcStatusASN1 = { ResponseCode: 1n, ASN1Status: 'otherDeviceNotInDeviceLog' };

/** Whitelisting, joining and the Device Logs. */
export const HAN_SERVICES: ServiceTable = {
  '8.7.1': joinService('JoinServiceCritical'),
  '8.7.2': joinService('JoinServiceNonCritical'),
  '8.8.1': unjoinService('UnjoinServiceCritical'),
  '8.8.2': unjoinService('UnjoinServiceNonCritical'),
  '8.9': read('ReadDeviceLogRsp', ({ request, device, homes }) => {
    if (device.type !== 'CHF') {
      return {
        DeviceLogEntries: {
          LogEntry: [...device.joined].map(([id, type]) => ({ DeviceID: id, DeviceType: logType(type) })),
        },
      };
    }
    const log = homes.log(device.id);
    return contentOf(request, 'ReadDeviceLog').ReadSecurityDetails === undefined
      ? {
          CHFDeviceLog: {
            CHFDeviceLogEntry: log.map(({ device: { id }, lastCommunication }) => ({
              DeviceID: id,
              LastCommunicationsDateTime: lastCommunication,
            })),
          },
        }
      : {
          CHFConnectedDeviceLog: {
            CHFCurrentConnectedDeviceLogEntry: log.map(({ device: { id } }) => ({ DeviceID: id })),
          },
        };
  }),
  '8.11': ({ request, device: hub, homes, now }) => {
    const {
      DeviceID: id,
      RequestType: type,
      AddDeviceToCHFWhitelist: details,
    } = contentOf(request, 'UpdateHANDeviceLog');
    const done =
      type === 'Add' ? homes.admit(hub.id, id, now, likelyType(details)) : homes.remove(hub.id, id);
    if (done) {
      const added = homes.find(id);
      if (added !== undefined && details?.ImportMPxN !== undefined) added.importMpxn = details.ImportMPxN;
      return success('UpdateHANDeviceLogRsp', {});
    }
    const reason = type === 'Add' ? 'the Device Log is full' : 'the Device is not in the Device Log';
    return failure('UpdateHANDeviceLogRsp', {}, reason);
  },
  '8.12.1': ({ request, device: hub, homes, now }) => {
    for (const { device } of homes.log(contentOf(request, 'RestoreHANDeviceLog').OldCHFID)) {
      homes.admit(hub.id, device.id, now);
    }
    return success('RestoreHANDeviceLogRsp', {});
  },
  '8.12.2': read('RestoreGPFDeviceLogRsp', ({ request, device, homes }) => ({
    RestoreDeviceLogOutcome: [
      ...(homes.find(contentOf(request, 'RestoreGPFDeviceLog').OldGPFID)?.joined ?? []),
    ].map(([id, type]) => {
      device.joined.set(id, type);
      return { DeviceLogEntry: { DeviceID: id, DeviceType: logType(type) }, joinResponseCode: SUCCESS };
    }),
  })),
};

/** An MPAN has 13 digits and is for electricity, an MPRN has up to 10. */
function likelyType(details: { readonly ImportMPxN?: string } | undefined): DeviceType {
  const mpxn = details?.ImportMPxN;
  if (mpxn === undefined) return 'PPMID';
  return mpxn.length === 13 ? 'ESME' : 'GSME';
}

function joinService(element: 'JoinServiceCritical' | 'JoinServiceNonCritical'): Service {
  return ({ request, device, homes }) => {
    const other = contentOf(request, element).OtherDeviceID;
    if (!homes.sameHome(device.id, other)) {
      return failure(`${element}Rsp`, { joinResponseCode: NO_PARTNER }, 'no Device Log has both Devices');
    }
    join(device, homes.findOrLearn(other, 'PPMID'));
    return success(`${element}Rsp`, { joinResponseCode: SUCCESS });
  };
}

function unjoinService(element: 'UnjoinServiceCritical' | 'UnjoinServiceNonCritical'): Service {
  return ({ request, device, homes }) => {
    const other = contentOf(request, element).OtherDeviceID;
    if (!device.joined.delete(other)) {
      return failure(`${element}Rsp`, { unjoinResponseCode: NOT_IN_LOG }, 'the Devices are not joined');
    }
    homes.find(other)?.joined.delete(device.id);
    return success(`${element}Rsp`, { unjoinResponseCode: SUCCESS });
  };
}

/** The log of a Device tells Type 2 Devices no further apart. */
function logType(type: DeviceType): MmcDeviceType {
  return type === 'IHD' || type === 'CAD' ? 'Type2' : type;
}
