import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { DeviceType } from '../../common/device-type.js';
import { type Eui64, parseEui64 } from '../../common/eui64.js';
import type { ResponseContent, ServiceRequest } from '../../duis/index.js';
import type { Database } from '../../store/index.js';
import { activeEntry } from '../central-products-list.js';
import { findDevice } from '../device-changes.js';
import { insertImage, insertJob, jobInProgress, UPGRADABLE_STATUSES } from '../firmware-jobs.js';
import { DONE, type NonDeviceContext, type NonDeviceOutcome } from './outcome.js';

type Warning = NonNullable<ResponseContent['DSPUpdateFirmwareWarning']>;

/** The list of the warning in which a Device is reported. */
type WarningList = keyof Warning;

/** The order of the schema, which is the order of the answer. */
const LISTS: readonly WarningList[] = [
  'InvalidDeviceIDList',
  'NotCommissionedDeviceIDList',
  'NotApplicableFirmwareDeviceIDList',
  'OtherRequestInProgressList',
  'InvalidGBCSVersionList',
];

/** The lists in words, for the log and the journal. */
const WHY: Readonly<Record<WarningList, string>> = {
  InvalidDeviceIDList: 'not in the inventory, or of another type',
  NotCommissionedDeviceIDList: 'not in service',
  NotApplicableFirmwareDeviceIDList: 'not approved for this image',
  OtherRequestInProgressList: 'busy with another image',
  InvalidGBCSVersionList: 'of a GBCS version that is too old',
};

/** PPMIDs take firmware over the air since GBCS 4.0 (use case CS05c). Inferred: the text of DUIS could not be read. */
const FIRST_GBCS_WITH_PPMID_FIRMWARE = 4;

/** What differs between the two services that distribute firmware. */
interface FirmwareService {
  readonly deviceTypes: readonly DeviceType[];
  readonly statuses: keyof typeof UPGRADABLE_STATUSES;
  readonly firstGbcsVersion: number;
  readonly responseCode: 'W110101' | 'W110401';
  readonly warning: 'DSPUpdateFirmwareWarning' | 'DSPUpdatePPMIDFirmwareWarning';
}

const METERS: FirmwareService = {
  deviceTypes: ['ESME', 'GSME'],
  statuses: 'meter',
  firstGbcsVersion: 0,
  responseCode: 'W110101',
  warning: 'DSPUpdateFirmwareWarning',
};

const PPMIDS: FirmwareService = {
  deviceTypes: ['PPMID'],
  statuses: 'PPMID',
  firstGbcsVersion: FIRST_GBCS_WITH_PPMID_FIRMWARE,
  responseCode: 'W110401',
  warning: 'DSPUpdatePPMIDFirmwareWarning',
};

/**
 * Update Firmware (11.1): accepts an image for those meters of the list that can take it and are approved for it; the others
 * are reported with W110101 (inferred, as W110401 for 11.4). SMETS1 meters are not served: an image for them would need data of
 * their S1SP in it (inferred from MP202, which says so of PPMIDs).
 */
export function updateFirmware(
  request: ServiceRequest<'UpdateFirmware'>,
  context: NonDeviceContext,
): Promise<NonDeviceOutcome> {
  return distribute(request.body.content, METERS, context);
}

/**
 * Update PPMID Firmware (11.4): accepts an image for those PPMIDs of the list that are commissioned, SMETS2+ as resolved
 * (MP202, business requirement 7) and approved for it; the others are reported with W110401.
 */
export function updatePpmidFirmware(
  request: ServiceRequest<'UpdatePPMIDFirmware'>,
  context: NonDeviceContext,
): Promise<NonDeviceOutcome> {
  return distribute(request.body.content, PPMIDS, context);
}

async function distribute(
  content: ServiceRequest<'UpdateFirmware' | 'UpdatePPMIDFirmware'>['body']['content'],
  service: FirmwareService,
  { inventory, now, requestId }: NonDeviceContext,
): Promise<NonDeviceOutcome> {
  const { FirmwareImage, FirmwareVersion: firmwareVersion, DeviceIDList } = content;
  const imageHash = createHash('sha256').update(FirmwareImage).digest('hex');
  const ids = [...new Set(DeviceIDList.split(',').map((id) => parseEui64(id)))];
  const refused = new Map<WarningList, Eui64[]>();

  await inventory.transaction(async (tx) => {
    let accepted = false;
    for (const id of ids) {
      const running = await jobInProgress(tx, id);
      if (running?.requestId === requestId) continue;
      const list =
        (await refusedIn(tx, id, firmwareVersion, imageHash, service)) ??
        (running === undefined ? undefined : 'OtherRequestInProgressList');
      if (list === undefined) {
        await insertJob(tx, { requestId, deviceId: id, firmwareVersion, imageHash }, now);
        accepted = true;
      } else {
        refused.set(list, [...(refused.get(list) ?? []), id]);
      }
    }
    if (accepted) await insertImage(tx, requestId, FirmwareImage);
  });
  if (refused.size === 0) return DONE;
  const warning: Warning = Object.fromEntries(
    LISTS.flatMap((list) => {
      const devices = refused.get(list);
      return devices === undefined ? [] : [[list, devices.join(',')]];
    }),
  );
  return {
    responseCode: service.responseCode,
    content: { [service.warning]: warning },
    remark: `Devices left out: ${[...refused].map(([list, devices]) => `${WHY[list]}: ${devices.join(', ')}`).join('; ')}`,
  };
}

async function refusedIn(
  tx: Transaction<Database>,
  id: Eui64,
  firmwareVersion: string,
  imageHash: string,
  { deviceTypes, statuses, firstGbcsVersion }: FirmwareService,
): Promise<WarningList | undefined> {
  const device = await findDevice(tx, id);
  if (device === undefined || !deviceTypes.includes(device.deviceType)) return 'InvalidDeviceIDList';
  if (device.status === null || !UPGRADABLE_STATUSES[statuses].includes(device.status)) {
    return 'NotCommissionedDeviceIDList';
  }
  if (device.generation !== 'SMETS2+') return 'NotApplicableFirmwareDeviceIDList';
  const entry = await activeEntry(tx, { ...device, firmwareVersion }, device.generation);
  if (entry === undefined || (entry.imageHash !== null && entry.imageHash !== imageHash)) {
    return 'NotApplicableFirmwareDeviceIDList';
  }
  if (Number.parseFloat(device.gbcsVersion ?? '0') < firstGbcsVersion) return 'InvalidGBCSVersionList';
  return undefined;
}
