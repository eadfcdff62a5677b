import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import { ByteWriter } from '../gbcs/bytes/byte-writer.js';
import type { AccessSpecification } from '../gbcs/dlms/access-specification.js';
import {
  DATA_PROTECTION_CLASS,
  GET_PROTECTED_ATTRIBUTES,
  protectedReadAnswer,
  protectedReadArgument,
} from '../gbcs/dlms/protected-attributes.js';
import { encryptionContext, type GroupingHeader } from '../gbcs/index.js';
import { type AccessOutcome, NULL_DATA, RESULT } from './cosem-objects.js';
import type { VirtualDevice } from './virtual-device.js';

/** Tag of a DLMS structure. */
const STRUCTURE = 0x02;

export function isProtectedRead({ service, classId, index }: AccessSpecification): boolean {
  return service === 'action' && classId === DATA_PROTECTION_CLASS && index === GET_PROTECTED_ATTRIBUTES;
}

/** Reads the objects an argument names and encrypts their values for whoever reads the Response. */
export function readProtected(
  device: VirtualDevice,
  argument: Buffer,
  response: GroupingHeader,
): AccessOutcome {
  const { objects, protection } = protectedReadArgument.read(new ByteReader(argument));
  const values = objects.map(({ classId, obis, attribute: index, restriction }) => {
    const attribute = { classId, obis, index };
    return restriction ? device.objects.entries(attribute, restriction) : device.objects.value(attribute);
  });
  if (values.some((value) => value === undefined)) return { result: RESULT.otherReason, data: NULL_DATA };
  const plaintext = Buffer.concat([
    Buffer.from([STRUCTURE, values.length]),
    ...values.filter((value) => value !== undefined),
  ]);
  const { originatorCounter: counter, originator, recipient } = encryptionContext(response);
  const writer = new ByteWriter();
  protectedReadAnswer.write(writer, {
    protection: protection.map((one) => ({
      ...one,
      parameters: {
        ...one.parameters,
        counter,
        originator,
        recipient,
      },
    })),
    encrypted: device.encrypt(response, plaintext),
  });
  return { result: RESULT.success, data: writer.toBuffer() };
}
