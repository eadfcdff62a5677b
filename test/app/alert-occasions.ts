import { createHash } from 'node:crypto';
import { AnomalyThresholds, AttributeLimits, Registrations } from '../../src/authorisation/index.js';
import { PeerError } from '../../src/common/errors.js';
import { parseEui64 } from '../../src/common/eui64.js';
import type { DccAlertEvent } from '../../src/duis/index.js';
import { decodeDer, encodeDer } from '../../src/gbcs/asn1/der-schema.js';
import { decodeMessage } from '../../src/gbcs/index.js';
import { GCS59 } from '../../src/gbcs/use-cases/asn1/gcs59-restore-gpf-device-log.js';
import { SEED_MODELS } from '../../src/inventory/index.js';
import type { VirtualHan } from '../../src/wan/index.js';
import { ESME, type GatewayHarness, HUB, PPMID, type RequestFacts, SUPPLIER } from './gateway-harness.js';
import { s1spAlerts } from './s1sp-posts.js';
import {
  createSchedule,
  dailySchedule,
  decommission,
  delivery,
  heldRead,
  nonDevice,
  sampleBody,
} from './user-requests.js';

export const OTHER_SUPPLIER = '90-B3-D5-1F-30-03-00-00';
export const GPF = '00-DB-12-34-56-78-90-A3';
const OTHER_HUB = '00-DB-12-34-56-78-90-95';
const OTHER_GPF = '00-DB-12-34-56-78-90-9C';
const OTHER_PPMID = '00-DB-12-34-56-78-90-98';
/** An ESME with one meter point. */
export const ONE_POINT_ESME = '00-DB-12-34-56-78-91-A0';
const NEW_ESME = '00-DB-12-34-56-78-9F-01';

export const IMAGE = Buffer.from('a firmware image');
export const IMAGE_HASH = createHash('sha256').update(IMAGE).digest('hex');
export const NEW_FIRMWARE = '00030009';

export const element = (name: string, content: string): string => `<sr:${name}>${content}</sr:${name}>`;

/** Approves the image for the seeded ESME, GSME and dual-mode PPMID. */
export async function approveImage(home: GatewayHarness): Promise<void> {
  const row = (type: string, { manufacturer, model }: { manufacturer: string; model: string }) =>
    `${manufacturer},${model},${type},${NEW_FIRMWARE},SMETS2+,SMETS V5.1,4.4,Active,${type === 'ESME' ? 'AD' : ''},${IMAGE_HASH}\n`;
  await home.inventory.cpl.import(
    'manufacturer,model,device_type,firmware_version,smets_generation,smets_version,gbcs_version,status,esme_variant,image_hash\n' +
      row('ESME', SEED_MODELS.smets2Esme) +
      row('GSME', SEED_MODELS.smets2Gsme) +
      row('PPMID', SEED_MODELS.dualModePpmid),
  );
}

/** Distributes the image by 11.1 (meters) or 11.4 (PPMIDs). @returns the answer */
export function distribute(
  home: GatewayHarness,
  variant: '11.1' | '11.4',
  devices: readonly string[],
  facts: RequestFacts & { readonly image?: Buffer } = {},
): ReturnType<typeof nonDevice> {
  const { image = IMAGE, ...rest } = facts;
  const content =
    element('FirmwareImage', image.toString('base64')) +
    element('FirmwareVersion', NEW_FIRMWARE) +
    element('DeviceIDList', devices.join(','));
  return nonDevice(
    home,
    variant,
    element(variant === '11.1' ? 'UpdateFirmware' : 'UpdatePPMIDFirmware', content),
    rest,
  );
}

/** Changes the Device Log of a Communications Hub (8.11); resolves when its answer is with the User. */
export async function changeDeviceLog(
  home: GatewayHarness,
  requestType: 'Add' | 'Remove',
  device: string,
  hub: string,
  counter: bigint,
): Promise<void> {
  const add =
    '<sr:AddDeviceToCHFWhitelist><sr:JoinTimePeriod>90</sr:JoinTimePeriod><sr:InstallCode>30313233343536373839414243444546</sr:InstallCode></sr:AddDeviceToCHFWhitelist>';
  const body = element(
    'UpdateHANDeviceLog',
    element('DeviceID', device) + element('RequestType', requestType) + (requestType === 'Add' ? add : ''),
  );
  const { code, text } = await home.post('S', home.signed({ target: hub, variant: '8.11', body, counter }));
  if (code !== 'I99') throw new Error(text);
  await delivery(home, `:${counter}</sr:RequestID>`);
}

/** Registers another supplier for the seeded ESME. */
export async function changeSupplier(
  home: GatewayHarness,
  from: Date,
  mpxn = '1312345678111',
): Promise<void> {
  const registration = { mpxn, role: 'IS' as const, user: parseEui64(OTHER_SUPPLIER), from };
  await new Registrations(home.store).register(registration, home.now);
}

/** Lets the network refuse what it is given. */
export function refuseCommands(home: GatewayHarness): void {
  home.transmit = () => Promise.reject(new PeerError('out of coverage', false));
}

const optOut = async (home: GatewayHarness): Promise<void> => {
  const { code, text } = await home.post(
    'S',
    home.signed({ target: ESME, variant: '8.5', body: sampleBody('CS02bACBByACB_8.5') }),
  );
  if (code !== 'I99') throw new Error(text);
};

/** Changes the approval of the seeded ESME's firmware in the Central Products List. */
const approval = async (home: GatewayHarness, status: 'Active' | 'Withdrawn'): Promise<void> => {
  const { manufacturer, model, firmwareVersion } = SEED_MODELS.smets2Esme;
  await home.inventory.cpl.import(
    'manufacturer,model,device_type,firmware_version,smets_generation,smets_version,gbcs_version,status,esme_variant\n' +
      `${manufacturer},${model},ESME,${firmwareVersion},SMETS2+,SMETS V5.0,4.3,${status},AD\n`,
  );
};

/** A threshold that the first request is beyond. */
const nothingIsToPass = async (home: GatewayHarness, setter: 'User' | 'DCC'): Promise<void> => {
  const threshold = { setter, user: parseEui64(SUPPLIER), variant: '11.2', maximum: 0, windowMs: 3_600_000 };
  await new AnomalyThresholds(home.store).set(threshold);
  await home.settled();
  await home.post('S', home.signed());
};

function commandOfGcs59() {
  const { command } = GCS59.contents;
  if (command === undefined) throw new Error('GCS59 has no Command');
  return command;
}

/** The day after, when a daily schedule has run. */
export const NEXT_DAY = new Date('2026-06-02T03:00:00Z');

async function missedRun(home: GatewayHarness): Promise<void> {
  await createSchedule(home);
  home.now = NEXT_DAY;
  await home.settled();
}

/** What makes the gateway raise each of its DCC Alerts to the supplier; Devices answer where `connect` was called. */
export const ALERT_OCCASIONS: Readonly<
  Partial<
    Record<DccAlertEvent, (home: GatewayHarness, connected: () => Promise<VirtualHan>) => Promise<unknown>>
  >
> = {
  meterDecommissioned: (home) => decommission(home, ESME),
  hubDecommissioned: (home) => decommission(home, HUB),
  deviceRemovedFromInventory: async (home) => {
    const { manufacturer, model, firmwareVersion } = SEED_MODELS.smets2Esme;
    const model_ =
      element('DeviceManufacturer', manufacturer) +
      element('DeviceModel', model) +
      element('DeviceType', 'ESME');
    await nonDevice(
      home,
      '12.2',
      element(
        'DevicePrenotification',
        element('DeviceID', NEW_ESME) +
          model_ +
          element('SMETSCHTSVersion', 'SMETS V5.0') +
          element('FirmwareVersion', firmwareVersion) +
          element('ESMEVariant', 'AD'),
      ),
    );
    const id = element('DeviceID', NEW_ESME);
    const mpxn = element('UpdateMPxN', element('ImportMPxN', '1312345678111'));
    await nonDevice(home, '8.4', element('UpdateInventory', id + mpxn));
    await nonDevice(home, '8.4', element('UpdateInventory', `${id}<sr:DeleteDevice/>`));
  },
  deviceSuspended: (home) => approval(home, 'Withdrawn'),
  deviceRestored: async (home) => {
    await approval(home, 'Withdrawn');
    await home.settled();
    await approval(home, 'Active');
  },
  scheduleRemovedDecommission: async (home) => {
    await createSchedule(home);
    await decommission(home, ESME);
  },
  scheduleRemovedWithdrawal: async (home, connected) => {
    await connected();
    await createSchedule(home);
    await optOut(home);
  },
  scheduleRemovedChangeOfSupplier: async (home) => {
    await createSchedule(home, dailySchedule(ONE_POINT_ESME));
    await changeSupplier(home, home.now, '1312345679111');
  },
  meterWithdrawn: async (home, connected) => {
    await connected();
    await optOut(home);
  },
  futureDatedCancelled: async (home) => {
    await home.post('S', home.signed({ body: heldRead('2026-06-05T00:00:00Z') }));
    await decommission(home, PPMID);
    await home.post('S', home.signed({ target: ESME, body: heldRead('2026-06-05T00:00:00Z') }));
    await decommission(home, ESME);
  },
  commandNotDelivered: async (home) => {
    refuseCommands(home);
    await missedRun(home);
  },
  noResponse: async (home) => {
    await missedRun(home);
    home.now = new Date('2026-06-02T03:30:00Z');
  },
  scheduledCommandFailed: async (home) => {
    await createSchedule(home);
    await home.users.setStatus(parseEui64(SUPPLIER), 'suspended');
    home.now = NEXT_DAY;
  },
  meterIdentity: (home) =>
    nonDevice(
      home,
      '8.4',
      element(
        'UpdateInventory',
        element('DeviceID', ESME) + element('UpdateMPxN', element('ExportMPAN', '1312345678999')),
      ),
    ),
  firmwareDistributionFailed: async (home) => {
    await approveImage(home);
    home.distribute = () => Promise.reject(new PeerError('no such hub', false));
    await distribute(home, '11.1', [ESME]);
  },
  hanDeviceLogUpdated: async (home, connected) => {
    await connected();
    await changeDeviceLog(home, 'Remove', PPMID, HUB, 7001n);
    await changeDeviceLog(home, 'Add', PPMID, HUB, 7002n);
  },
  changeOfSupplierFailed: async (home) => {
    refuseCommands(home);
    const body = sampleBody('CS02bSupplierByTransCoS_6.23_IMMEDIATE');
    const { code, text } = await home.post('S', home.signed({ target: ESME, variant: '6.23', body }));
    if (code !== 'I99') throw new Error(text);
  },
  changeOfSupplier: (home) => changeSupplier(home, home.now),
  hanDeviceLogRestored: async (home, connected) => {
    await connected();
    await changeDeviceLog(home, 'Remove', OTHER_PPMID, OTHER_HUB, 7001n);
    const body = element('RestoreHANDeviceLog', element('OldCHFID', OTHER_HUB));
    const { code, text } = await home.post('S', home.signed({ target: HUB, variant: '8.12.1', body }));
    if (code !== 'I99') throw new Error(text);
  },
  gpfDeviceLogRestored: async (home) => {
    const body = element('RestoreGPFDeviceLog', element('OldGPFID', OTHER_GPF));
    const { code, text } = await home.post('S', home.signed({ target: GPF, variant: '8.12.2', body }));
    if (code !== 'I99') throw new Error(text);
    const { bytes, device } = await home.nextSent();
    const { deviceLogEntries } = decodeDer(commandOfGcs59(), decodeMessage(bytes).content).value;
    const restoreOutcomes = deviceLogEntries.map((deviceLogEntry) => ({
      deviceLogEntry,
      joinResponseCode: 'success' as const,
    }));
    const { response } = GCS59.contents;
    if (response === undefined) throw new Error('GCS59 has no Response');
    await home.gateway.takeDeviceMessage({
      device,
      bytes: home.responseTo(bytes, encodeDer(response, { restoreOutcomes })),
    });
  },
  s1spAlert: (home) => s1spAlerts(home),
  commsHubAlert: async (home, connected) => {
    await connected();
    await approveImage(home);
    await distribute(home, '11.4', [PPMID]);
  },
  ppmidAlert: async (home, connected) => {
    await connected();
    await approveImage(home);
    await distribute(home, '11.4', [PPMID]);
  },
  ppmidRemoved: async (home, connected) => {
    await connected();
    await changeDeviceLog(home, 'Remove', PPMID, HUB, 7001n);
  },
  userThresholdBreached: (home) => nothingIsToPass(home, 'User'),
  dccThresholdBreached: (home) => nothingIsToPass(home, 'DCC'),
  attributeLimitsBreached: async (home) => {
    await new AttributeLimits(home.store).set({
      variant: '8.11',
      path: 'AddDeviceToCHFWhitelist.JoinTimePeriod',
      minimum: undefined,
      maximum: '60',
      user: undefined,
    });
    await home.settled();
    const body = sampleBody('CCS01_8.11');
    await home.post('S', home.signed({ target: HUB, variant: '8.11', body }));
  },
  firmwareVersionMismatch: async (home, connected) => {
    const ppmid = (await connected()).device(parseEui64(PPMID));
    if (ppmid !== undefined) ppmid.firmwareVersion = NEW_FIRMWARE;
    await home.post('S', home.signed());
  },
  cspFirmwareDeliveryStatus: async (home) => {
    await approveImage(home);
    await distribute(home, '11.1', [ESME]);
  },
  duisVersionMismatch: async (home) => {
    await home.store.db
      .updateTable('devices')
      .set({ connectivity: 'Virtual' })
      .where('id', '=', parseEui64(ESME))
      .execute();
    await nonDevice(home, '8.2', element('ReadInventory', element('DeviceID', ESME)), { version: '5.1' });
  },
};
