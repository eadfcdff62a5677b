import { FDEA_DLMS, FUTURE_DATED_ALERT_CODES } from '../gbcs/future-dated/executed-instruction.js';
import type { DlmsInstruction, GbzInstruction, Instruction } from '../gbcs/future-dated/instruction.js';
import {
  type InstructionActivation,
  instructionActivations,
} from '../gbcs/future-dated/instruction-activations.js';
import type { GbzComponent } from '../gbcs/gbz/component.js';
import { utcTimeOf } from '../gbcs/gbz/utc-time.js';
import { type GbcsMessage, type GroupingHeader, instructionText } from '../gbcs/index.js';
import { calendar } from '../gbcs/gbz/clusters/calendar.js';
import { executedInstruction } from '../gbcs/use-cases/dlms/alerts/future-dated-execution.js';
import { FUTURE_DATED_EXECUTION_ALERT } from '../gbcs/use-cases/gbz/gbz-alerts.js';
import { type DeviceAlert, dlmsAlertContent } from './device-alert.js';
import { actOn } from './gas-functions.js';
import type { HeldInstruction } from './held-instructions.js';
import { TAG } from '../gbcs/dlms/tags.js';
import { passiveValuesOf } from './passive-values.js';
import type { VirtualDevice } from './virtual-device.js';

/**
 * Takes the activation times of a Command to an ESME: acts at once, holds until the time, or drops what is held.
 * @param accepted whether the item at a place of the Command was carried out
 */
export function takeActivations(
  device: VirtualDevice,
  command: GbcsMessage,
  accepted: (position: number) => boolean,
): void {
  for (const activation of instructionActivations(command)) {
    const { instruction, position } = activation;
    if (instruction.encoding !== 'DLMS' || !accepted(position)) continue;
    takeActivation(device, command.header, activation, () => activate(device, instruction));
  }
}

/**
 * Carries out the components of a Command to a GSME: at once, or when the time comes that a component names.
 * @param components those that were accepted, from the first on
 */
export function applyComponents(
  device: VirtualDevice,
  command: GbcsMessage,
  components: readonly GbzComponent[],
): void {
  const dated = new Map(instructionActivations(command).map((each) => [each.position, each]));
  components.forEach((component, position) => {
    const activation = dated.get(position);
    const effect = (at: Date) => {
      actOn(device, component, at);
    };
    if (activation === undefined) effect(device.now);
    else takeActivation(device, command.header, activation, effect);
  });
}

function takeActivation(
  device: VirtualDevice,
  header: GroupingHeader,
  { instruction, activation }: InstructionActivation,
  effect: (at: Date) => void,
): void {
  const slot = slotOf(header.messageCode, instruction);
  device.held.drop(slot);
  if (activation === 'never' || instruction.encoding === 'ASN.1') return;
  if (activation === 'immediately') effect(device.now);
  else device.held.hold(slot, heldInstruction(header, instruction, activation, effect));
}

/**
 * The place of an instruction in the Device. Calendars of tariff and of non-disablement are published with the same
 * ZCL commands, and differ by use case; all else is the same thing in whichever Command it comes. Mark: inferred.
 */
export function slotOf(messageCode: number, instruction: Instruction): string {
  const byUseCase =
    instruction.encoding === 'ASN.1' ||
    (instruction.encoding === 'GBZ' && instruction.cluster === calendar.id);
  return byUseCase ? `${messageCode} ${instructionText(instruction)}` : instructionText(instruction);
}

function heldInstruction(
  header: GroupingHeader,
  instruction: DlmsInstruction | GbzInstruction,
  at: Date,
  effect: (at: Date) => void,
): HeldInstruction {
  return {
    at,
    execute(now) {
      effect(at);
      return executionAlert(header, instruction, now);
    },
  };
}

/** Tag and length of a DLMS array with one element. */
const ARRAY_OF_ONE = Buffer.of(TAG.array, 1);

/** Makes the passive values of an ESME active. */
function activate({ objects }: VirtualDevice, instruction: DlmsInstruction): void {
  for (const { passive, active, inArray } of passiveValuesOf(instruction)) {
    const value = objects.value(passive);
    if (value === undefined) continue;
    objects.keep(active, inArray ? Buffer.concat([ARRAY_OF_ONE, value]) : value);
  }
}

/** The alert 8F66 of an instruction, to the originator of its Command. Source: alerts 00CC and 00CD of RTDS 4.5.0. */
function executionAlert(
  { messageCode, originatorCounter, originator }: GroupingHeader,
  instruction: DlmsInstruction | GbzInstruction,
  now: Date,
): DeviceAlert {
  const facts = { recipient: originator, protection: 'signature' } as const;
  const { succeeded: alertCode } = FUTURE_DATED_ALERT_CODES;
  switch (instruction.encoding) {
    case 'DLMS':
      return {
        ...facts,
        messageCode: FDEA_DLMS,
        content: dlmsAlertContent(alertCode, now, {
          type: executedInstruction,
          value: { messageCode, originatorCounter, ...instruction },
        }),
      };
    case 'GBZ': {
      const { cluster, frameControl, command } = instruction;
      const detail = { messageCode, originatorCounter, cluster, frameControl, command };
      const content = FUTURE_DATED_EXECUTION_ALERT.encodeAlert({ alertCode, time: utcTimeOf(now), detail });
      return { ...facts, messageCode: FUTURE_DATED_EXECUTION_ALERT.messageCode, content: () => content };
    }
  }
}
