import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { type Eui64, parseEui64 } from '../../common/eui64.js';
import type { ResponseContent, ServiceRequest } from '../../duis/index.js';
import type { Database } from '../../store/index.js';
import { activeEntry } from '../central-products-list.js';
import { findDevice } from '../device-changes.js';
import { insertJob, jobInProgress } from '../firmware-jobs.js';
import { DONE, type NonDeviceContext, type NonDeviceOutcome } from './outcome.js';

type DSPUpdatePPMIDFirmwareWarning = NonNullable<ResponseContent['DSPUpdatePPMIDFirmwareWarning']>;

/** The list of the warning in which a Device is reported. */
type WarningList = keyof DSPUpdatePPMIDFirmwareWarning;

/** The order of the schema, which is the order of the answer. */
const LISTS: readonly WarningList[] = [
  'InvalidDeviceIDList',
  'NotCommissionedDeviceIDList',
  'NotApplicableFirmwareDeviceIDList',
  'OtherRequestInProgressList',
  'InvalidGBCSVersionList',
];

/** PPMIDs take firmware over the air since GBCS 4.0 (use case CS05c). Inferred: the text of DUIS could not be read. */
const FIRST_GBCS_WITH_PPMID_FIRMWARE = 4;

/**
 * Update PPMID Firmware (11.4): accepts an image for those PPMIDs of the list that are commissioned, SMETS2+ as resolved
 * (MP202, business requirement 7) and approved for it; the others are reported with W110401.
 */
export async function updatePpmidFirmware(
  request: ServiceRequest<'UpdatePPMIDFirmware'>,
  { inventory, now, requestId }: NonDeviceContext,
): Promise<NonDeviceOutcome> {
  const { FirmwareImage, FirmwareVersion: firmwareVersion, DeviceIDList } = request.body.content;
  const imageHash = createHash('sha256').update(FirmwareImage).digest('hex');
  const ids = [...new Set(DeviceIDList.split(',').map((id) => parseEui64(id)))];
  const refused = new Map<WarningList, Eui64[]>();

  await inventory.transaction(async (tx) => {
    for (const id of ids) {
      const running = await jobInProgress(tx, id);
      if (running?.requestId === requestId) continue;
      const list =
        (await refusedIn(tx, id, firmwareVersion, imageHash)) ??
        (running === undefined ? undefined : 'OtherRequestInProgressList');
      if (list === undefined) {
        await insertJob(tx, { requestId, deviceId: id, firmwareVersion, imageHash }, now);
      } else {
        refused.set(list, [...(refused.get(list) ?? []), id]);
      }
    }
  });
  if (refused.size === 0) return DONE;
  const warning: DSPUpdatePPMIDFirmwareWarning = Object.fromEntries(
    LISTS.flatMap((list) => {
      const devices = refused.get(list);
      return devices === undefined ? [] : [[list, devices.join(',')]];
    }),
  );
  return { responseCode: 'W110401', content: { DSPUpdatePPMIDFirmwareWarning: warning } };
}

async function refusedIn(
  tx: Transaction<Database>,
  id: Eui64,
  firmwareVersion: string,
  imageHash: string,
): Promise<WarningList | undefined> {
  const device = await findDevice(tx, id);
  if (device?.deviceType !== 'PPMID') return 'InvalidDeviceIDList';
  if (device.status !== 'Commissioned') return 'NotCommissionedDeviceIDList';
  if (device.generation !== 'SMETS2+') return 'NotApplicableFirmwareDeviceIDList';
  const entry = await activeEntry(tx, { ...device, firmwareVersion }, device.generation);
  if (entry === undefined || (entry.imageHash !== null && entry.imageHash !== imageHash)) {
    return 'NotApplicableFirmwareDeviceIDList';
  }
  if (Number.parseFloat(device.gbcsVersion ?? '0') < FIRST_GBCS_WITH_PPMID_FIRMWARE) {
    return 'InvalidGBCSVersionList';
  }
  return undefined;
}
