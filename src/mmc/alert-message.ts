import { alertCodeOf, type Description, type GbcsMessage, type UseCase } from '../gbcs/index.js';
import { NotCovered } from './not-covered.js';
import { at, instant } from './conversions.js';
import type { MmcTree } from './mmc-tree.js';

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
  return {
    DeviceAlertContent: { GBCSHexAlertCode: code, AlertDescription: useCase.title, Timestamp: time },
  };
}
