import { encodeData } from '../gbcs/dlms/dlms-type.js';
import { octetText } from '../gbcs/dlms/index.js';
import { eui64 } from '../gbcs/use-cases/dlms/shared/eui64-type.js';
import type { VirtualDevice } from './virtual-device.js';

/** Objects of the identity. Source: GBCS mapping table rows 1956 to 1962; RTDS 4.5.0 ECS26e, ECS26m. */
const IDENTITY = {
  entityIdentifier: { classId: 1, obis: '0-0:96.1.1.255', index: 2 },
  modelType: { classId: 1, obis: '0-0:96.1.4.255', index: 2 },
  manufacturerIdentifier: { classId: 1, obis: '0-0:96.1.6.255', index: 2 },
} as const;

/** What no manufacturer uses: virtual Devices have none. */
const MODEL_TYPE = 'VIRTUAL ';
const MANUFACTURER = 'VRT ';

/** Gives an ESME or a Communications Hub its EUI-64, a model and a manufacturer to tell. */
export function keepIdentity({ id, objects }: VirtualDevice): void {
  objects.keep(IDENTITY.entityIdentifier, encodeData(eui64, id));
  objects.keep(IDENTITY.modelType, encodeData(octetText(8), MODEL_TYPE));
  objects.keep(IDENTITY.manufacturerIdentifier, encodeData(octetText(4), MANUFACTURER));
}
