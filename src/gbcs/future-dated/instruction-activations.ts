import { CodecError } from '../../common/errors.js';
import { decodeDer, type DerSchema } from '../asn1/der-schema.js';
import { contentEncodingOf } from '../catalogue.js';
import { decodeAccessRequest } from '../dlms/access-request.js';
import { decodeData } from '../dlms/dlms-type.js';
import { type Activation, activationDateTime } from '../dlms/index.js';
import type { GbzComponent } from '../gbz/component.js';
import { readFrame } from '../gbz/frame.js';
import { decodeGbzContent } from '../gbz/gbz-content.js';
import { AT_ONCE, CANCEL, CANCEL_CALENDAR, instantOf } from '../gbz/utc-time.js';
import type { GbcsMessage } from '../message.js';
import { CS06 } from '../use-cases/asn1/cs06-activate-firmware.js';
import { CANCELLATION_TIME } from '../use-cases/asn1/execution-date-time.js';
import { REPLACEMENT_MODE_ROWS } from '../use-cases/asn1/replacement-mode.js';
import { updateCredentialsCommand } from '../use-cases/asn1/update-credentials-contents.js';
import { activatedComponent, FUTURE_DATABLE_GBZ } from './activated-components.js';
import { setsActivation } from './activation-attributes.js';
import type { Instruction } from './instruction.js';

/** An instruction of a Command, and when the Device is to carry it out; `never` drops what it holds of the kind. */
export interface InstructionActivation {
  readonly instruction: Instruction;
  readonly activation: Activation;
  /** Place of the item or component in the Command, from 0; 0 where the Command is the instruction. */
  readonly position: number;
}

/** ASN.1 Commands that may be future dated. Source: GBCS-RULES 1.3 and 1.6; mark: confirmed. */
const FUTURE_DATABLE_ASN1 = new Map<number, DerSchema<{ readonly executionDateTime?: Date | undefined }>>(
  REPLACEMENT_MODE_ROWS.map(({ messageCode }) => [messageCode, updateCredentialsCommand]),
);
if (CS06.contents.command !== undefined) FUTURE_DATABLE_ASN1.set(CS06.messageCode, CS06.contents.command);

/**
 * The instructions of a Command with an activation time of their own, in the order of the Command; none for a Command
 * whose use case cannot be future dated.
 * @throws CodecError if the content is malformed
 */
export function instructionActivations(command: GbcsMessage): readonly InstructionActivation[] {
  if (command.header.kind !== 'Command') return [];
  switch (contentEncodingOf(command.content)) {
    case 'DLMS':
      return activationAttributesSet(command.content);
    case 'GBZ':
      return FUTURE_DATABLE_GBZ.includes(command.header.messageCode)
        ? activatedComponents(command.content)
        : [];
    case 'ASN.1':
      return wholeCommand(command);
  }
}

function activationAttributesSet(content: Buffer): readonly InstructionActivation[] {
  return decodeAccessRequest(content).items.flatMap((item, position) => {
    if (!setsActivation(item)) return [];
    const { classId, obis, index: attribute } = item;
    return [
      {
        instruction: { encoding: 'DLMS', classId, obis, attribute } as const,
        activation: decodeData(activationDateTime, item.data.fork()),
        position,
      },
    ];
  });
}

function activatedComponents(content: Buffer): readonly InstructionActivation[] {
  return decodeGbzContent(content).flatMap((component, position) => {
    const row = activatedComponent(component);
    if (row === undefined) return [];
    const { cluster, frameControl, command } = component;
    return [
      {
        instruction: { encoding: 'GBZ', cluster, frameControl, command } as const,
        activation: activationOf(activationSeconds(component, row.activation)),
        position,
      },
    ];
  });
}

function activationSeconds(component: GbzComponent, field: string): number {
  if (field === 'From Date Time') return component.fromDateTime ?? AT_ONCE;
  const { values } = readFrame(component);
  const seconds = (values as Readonly<Record<string, unknown>>)[field];
  if (typeof seconds !== 'number') throw new CodecError(`the component has no ${field}`);
  return seconds;
}

function activationOf(seconds: number): Activation {
  if (seconds === AT_ONCE) return 'immediately';
  return seconds === CANCEL || seconds === CANCEL_CALENDAR ? 'never' : instantOf(seconds);
}

function wholeCommand({ header, content }: GbcsMessage): readonly InstructionActivation[] {
  const schema = FUTURE_DATABLE_ASN1.get(header.messageCode);
  if (schema === undefined) return [];
  const { executionDateTime: at } = decodeDer(schema, content).value;
  const activation =
    at === undefined ? 'immediately' : at.getTime() === CANCELLATION_TIME.getTime() ? 'never' : at;
  return [{ instruction: { encoding: 'ASN.1' }, activation, position: 0 }];
}
