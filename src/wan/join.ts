import { decodeDer, encodeDer, type Infer } from '../gbcs/asn1/der-schema.js';
import { type GbcsMessage, useCaseOf } from '../gbcs/index.js';
import { CS03A1, CS03A2, CS03B, CS03C, type joinResponseCode } from '../gbcs/use-cases/asn1/cs03-join.js';
import { CS04AC } from '../gbcs/use-cases/asn1/cs04-unjoin.js';
import { GBCS_DEVICE_TYPES } from '../gbcs/use-cases/asn1/device-type.js';
import { JOIN_RULES } from '../gbcs/use-cases/asn1/join-method.js';
import { deviceTypeOf } from './gas-proxy-log.js';
import { readCertificate } from './read-certificate.js';
import { schemaOf } from './schema-of.js';
import type { VirtualDevice } from './virtual-device.js';

const command = schemaOf(CS03A1.contents.command);
type JoinCommand = Infer<typeof command>;
type JoinResponseCode = Infer<typeof joinResponseCode>;

/** The method that a Command of each message code names. Source: GBCS-RULES 1.5; mark: confirmed. */
const METHODS: ReadonlyMap<number, JoinCommand['joinMethodAndRole']> = new Map([
  [CS03A1.messageCode, 'methodAInitiator'],
  [CS03A2.messageCode, 'methodAResponder'],
  [CS03B.messageCode, 'methodB'],
  [CS03C.messageCode, 'methodC'],
]);

/** CS03: puts another Device into the Device Log. Source: GBCS 13.7; GBCS-RULES 1.5; Responses of RTDS 4.5.0 CS03. */
export function join(device: VirtualDevice, message: GbcsMessage): Buffer {
  const { value } = decodeDer(command, message.content);
  const refusal = refusalOf(device, value, message);
  if (refusal === undefined) {
    device.deviceLog.set(value.otherDeviceEntityIdentifier, deviceTypeOf(value.otherDeviceType));
  }
  return encodeDer(schemaOf(CS03A1.contents.response), refusal ?? 'success');
}

/** CS04: takes another Device out of the Device Log. Source: GBCS-RULES 1.5; Responses of RTDS 4.5.0 CS04. */
export function unjoin(device: VirtualDevice, { content }: GbcsMessage): Buffer {
  const { value: other } = decodeDer(schemaOf(CS04AC.contents.command), content);
  const known = device.deviceLog.delete(other);
  return encodeDer(schemaOf(CS04AC.contents.response), known ? 'success' : 'otherDeviceNotInDeviceLog');
}

/**
 * Why a Device does not join. That the method is looked at first is confirmed (GBCS-RULES 1.5), as the codes are (ERROR
 * Responses of RTDS 4.5.0); the order of the others is inferred.
 */
function refusalOf(
  device: VirtualDevice,
  {
    joinMethodAndRole: method,
    otherDeviceType: type,
    otherDeviceEntityIdentifier: other,
    otherDeviceCertificate,
  }: JoinCommand,
  message: GbcsMessage,
): JoinResponseCode | undefined {
  if (METHODS.get(message.header.messageCode) !== method) return 'invalidMessageCodeForJoinMethodAndRole';
  if (!joins(device, type, message)) return 'invalidJoinMethodAndRole';
  const entry = device.deviceLog.get(other);
  if (entry !== undefined && GBCS_DEVICE_TYPES[entry] !== type) return 'incompatibleWithExistingEntry';
  const isCertified = otherDeviceCertificate !== undefined && readCertificate(otherDeviceCertificate);
  if (method === 'methodC' && !isCertified) return 'invalidOrMissingCertificate';
  return undefined;
}

/** Whether Devices of the two types are joined by such a Command. */
function joins(
  { deviceType }: VirtualDevice,
  other: JoinCommand['otherDeviceType'],
  message: GbcsMessage,
): boolean {
  const code = useCaseOf(message)?.code;
  return JOIN_RULES.some(
    ({ join: rule, target, others }) =>
      rule === code && target === deviceType && others.some((type) => GBCS_DEVICE_TYPES[type] === other),
  );
}
