import type { Eui64 } from '../common/eui64.js';
import type { DeviceRecord, Inventory } from '../inventory/index.js';
import { addresseeOf, type S1spDirectory, type S1spDocument, S1spDocumentRefused } from '../smets1/index.js';
import type { JournalEntry } from '../store/index.js';

export interface S1spResponsibilityParts {
  readonly s1sps: S1spDirectory;
  readonly inventory: Pick<Inventory, 'find'>;
}

/**
 * Which S1SP answers for what. For a request it is the one the request was sent to, whatever has become of the Device since;
 * for a Device the one that serves it now.
 */
export class S1spResponsibility {
  constructor(private readonly parts: S1spResponsibilityParts) {}

  /** @throws S1spDocumentRefused `signer` if the document is of another S1SP, or the request went to none */
  requireForRequest({ s1sp }: S1spDocument, { requestId, route, command }: JournalEntry): void {
    const responsible = route === 's1sp' && command !== null ? addresseeOf(command) : undefined;
    if (s1sp === responsible) return;
    throw new S1spDocumentRefused(
      'signer',
      responsible === undefined
        ? `request ${requestId} was sent to no S1SP, so ${s1sp} has nothing to say of it`
        : `request ${requestId} was sent to ${responsible}, not to ${s1sp}`,
    );
  }

  /**
   * What an S1SP says of a Device by itself. A Device that the inventory does not know, or knows no S1SP of, may be of any.
   * @throws S1spDocumentRefused `signer` if another S1SP serves the Device, or none as it is SMETS2+
   */
  async requireForDevice({ s1sp }: S1spDocument, id: Eui64): Promise<void> {
    const { inventory, s1sps } = this.parts;
    const device = await inventory.find(id);
    if (device === undefined) return;
    if (device.generation === 'SMETS2+') {
      throw new S1spDocumentRefused('signer', `no S1SP serves Device ${id}, it is SMETS2+`);
    }
    const name = await s1spNameOf(device, inventory);
    if (name === null || s1sps.find(name)?.id === s1sp) return;
    throw new S1spDocumentRefused('signer', `'${name}' serves Device ${id}, ${s1sp} does not`);
  }
}

/** The S1SP the inventory names for a Device or for its Communications Hub; null where it names none. */
export async function s1spNameOf(
  { s1sp, hubId }: DeviceRecord,
  inventory: Pick<Inventory, 'find'>,
): Promise<string | null> {
  if (s1sp !== null || hubId === null) return s1sp;
  return (await inventory.find(hubId))?.s1sp ?? null;
}
