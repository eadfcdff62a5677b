import { type Eui64, parseEui64 } from '../common/eui64.js';
import type { Store } from '../store/index.js';

/** What a Communications Hub Function backs up of its network: enough for another to take its place (GBCS CS14). */
export interface HubBackup {
  /** Extended PAN ID, 8 bytes. */
  readonly extendedPanId: Buffer;
  readonly devices: readonly {
    readonly device: Eui64;
    /** Hash of the trust centre link key, 16 bytes. */
    readonly hashedLinkKey: Buffer;
  }[];
}

interface StoredDevice {
  readonly device: string;
  /** Hexadecimal. */
  readonly hashedLinkKey: string;
}

/** Keeps a backup in place of the one before. */
export async function saveHubBackup(store: Store, hub: Eui64, backup: HubBackup, at: Date): Promise<void> {
  const devices: StoredDevice[] = backup.devices.map(({ device, hashedLinkKey }) => ({
    device,
    hashedLinkKey: hashedLinkKey.toString('hex'),
  }));
  const values = {
    extended_pan_id: backup.extendedPanId.toString('hex'),
    devices: JSON.stringify(devices),
    at: at.getTime(),
  };
  await store.transaction((tx) =>
    tx
      .insertInto('hub_backups')
      .values({ hub_id: hub, ...values })
      .onConflict((conflict) => conflict.column('hub_id').doUpdateSet(values))
      .execute(),
  );
}

export async function findHubBackup(store: Store, hub: Eui64): Promise<HubBackup | undefined> {
  const row = await store.db
    .selectFrom('hub_backups')
    .selectAll()
    .where('hub_id', '=', hub)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    extendedPanId: Buffer.from(row.extended_pan_id, 'hex'),
    devices: (JSON.parse(row.devices) as StoredDevice[]).map(({ device, hashedLinkKey }) => ({
      device: parseEui64(device),
      hashedLinkKey: Buffer.from(hashedLinkKey, 'hex'),
    })),
  };
}
