import type { ServiceRequest } from '../../duis/index.js';
import { requireDevice, requireStatusAfter } from '../device-changes.js';
import type { DeviceRecord } from '../device-record.js';
import { hasOptIn, insertOptIn } from '../opt-ins.js';
import { refusal } from '../refusals.js';
import type { NonDeviceContext, NonDeviceOutcome } from './outcome.js';

type Content = ServiceRequest<'ServiceOptIn'>['body']['content'];

/**
 * Service Opt In (8.6): a meter that was opted out comes back to the DCC on a date. The User is given the Access Control Broker's
 * certificates, with which it makes the meter known to the DCC again. Codes are inferred.
 */
export async function optInService(
  request: ServiceRequest<'ServiceOptIn'>,
  { inventory, now, requestId, accessControlBrokerCertificates: certificates }: NonDeviceContext,
): Promise<NonDeviceOutcome> {
  const { content } = request.body;
  if (certificates === undefined) {
    throw refusal('broker certificates missing', 'no Key Agreement certificate of the Access Control Broker');
  }
  await inventory.transaction(async (tx) => {
    const device = await requireDevice(tx, content.DeviceID);
    if (await hasOptIn(tx, requestId)) return;
    requireMatch(device, content);
    await insertOptIn(tx, { requestId, device: device.id, dueAt: startOf(content.OptInDate) });
  });
  const events = await inventory.optIns.apply(now);
  return {
    responseCode: 'I0',
    content: {
      DSPOptIn: {
        DeviceID: content.DeviceID,
        ...(certificates.digitalSigning !== undefined && {
          DSPBrokerSecurityCredentialsDigitalSigning: certificates.digitalSigning,
        }),
        DSPBrokerSecurityCredentialsKeyAgreement: certificates.keyAgreement,
      },
    },
    events,
  };
}

/** @param date `YYYY-MM-DD`, a zone behind it counts as UTC */
function startOf(date: string): Date {
  return new Date(`${date.slice(0, 10)}T00:00:00Z`);
}

function requireMatch(device: DeviceRecord, { DeviceType, MPxNs }: Content): void {
  if (device.deviceType !== DeviceType) {
    throw refusal('wrong Device type', `${device.id} is a ${device.deviceType}, not a ${DeviceType}`);
  }
  requireStatusAfter('opted in', device);
  if (device.importMpxn !== null && device.importMpxn !== MPxNs.ImportMPxN) {
    throw refusal('details do not fit', `${device.id} has the meter point ${device.importMpxn}`);
  }
}
