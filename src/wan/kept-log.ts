import { compactArray } from '../gbcs/dlms/index.js';
import { type DlmsType, encodeData } from '../gbcs/dlms/dlms-type.js';
import type { CosemMember, CosemObjects } from './cosem-objects.js';

/** A log of a virtual Device that is read by range. */
export interface KeptLog<T> {
  /** Adds an entry; where the log is full, the oldest goes. */
  add(entry: T): void;
  clear(): void;
}

/**
 * Gives a Device a log, which it sends as a compact array as those of RTDS 4.5.0.
 * @param capacity entries it has room for
 */
export function keepLog<T extends { readonly timestamp: Date }>(
  objects: CosemObjects,
  log: { readonly attribute: CosemMember; readonly entry: DlmsType<T>; readonly capacity: number },
): KeptLog<T> {
  const entries: T[] = [];
  objects.defineLog(log.attribute, ({ from, to }) => {
    const asked = entries.filter(({ timestamp }) => timestamp >= from && timestamp <= to);
    return encodeData(compactArray(log.entry), asked);
  });
  return {
    add(entry) {
      entries.push(entry);
      if (entries.length > log.capacity) entries.shift();
    },
    clear() {
      entries.length = 0;
    },
  };
}
