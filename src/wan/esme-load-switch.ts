import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import { enumerated, longUnsigned } from '../gbcs/dlms/index.js';
import { decodeData, encodeData } from '../gbcs/dlms/dlms-type.js';
import { type CosemObjects, NULL_DATA } from './cosem-objects.js';

/** Scripts of the load switch and the supply state each leads to. Source: GBCS mapping table rows 693, 943 to 945. */
const SUPPLY_STATE: ReadonlyMap<number, number> = new Map([
  [51, 1],
  [52, 0],
  [54, 2],
]);
const SUPPLY_SCRIPTS = { classId: 9, obis: '0-0:10.0.106.255', index: 1 } as const;
const SUPPLY = { classId: 70, obis: '0-0:96.3.10.255', index: 3 } as const;

/** Gives an electricity meter a load switch, which Commands open, close and arm. */
export function furnishLoadSwitch(objects: CosemObjects): void {
  objects.defineMethod(SUPPLY_SCRIPTS, (argument) => {
    const state = SUPPLY_STATE.get(decodeData(longUnsigned, new ByteReader(argument)));
    if (state !== undefined) objects.keep(SUPPLY, encodeData(enumerated, state));
    return NULL_DATA;
  });
}
