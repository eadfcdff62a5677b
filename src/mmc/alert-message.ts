import { alertCodeOf, type Description, type GbcsMessage, type UseCase } from '../gbcs/index.js';
import { NotCovered } from './not-covered.js';
import { at, instant } from './conversions.js';
import { encryptedData } from './encrypted-data.js';
import { fill, type MmcTree } from './mmc-tree.js';
import { alertRowOf } from './tables/alert-payloads.js';

/** Members that tell when the Device raised an Alert, in the words of the three encodings. */
const TIMES = ['dateTime', 'time', 'executionDateTime', 'backupDateTime'];

/**
 * The `DeviceAlertMessage` of an Alert: code, description, time, and what the Alert carries besides.
 * @throws NotCovered naming the use case, where it says no time
 */
export function alertMessage(message: GbcsMessage, useCase: UseCase, content: Description): MmcTree {
  const code = alertCodeOf(message).toString(16).toUpperCase().padStart(4, '0');
  const time = TIMES.map((name) => at(name, instant)(content)).find((found) => found !== undefined);
  if (time === undefined) throw new NotCovered(`${useCase.code}: the Alert does not tell its time`);
  const encrypted = encryptedData(useCase, content);
  const row = encrypted.length > 0 ? undefined : alertRowOf(useCase.code);
  return {
    GBCSData: encrypted,
    DeviceAlertContent: {
      GBCSHexAlertCode: code,
      AlertDescription: useCase.title,
      Timestamp: time,
      Payload: row && fill(row.payload, content),
    },
  };
}
