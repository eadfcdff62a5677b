import type { GbcsMessage } from '../message.js';
import type { Instruction } from './instruction.js';
import { instructionActivations } from './instruction-activations.js';

/** An instruction that the Device holds until its time. */
export interface FutureDatedInstruction {
  /** Its place among those of the Command, from 1. */
  readonly number: number;
  readonly at: Date;
  readonly instruction: Instruction;
}

/**
 * What the Device holds of a Command until its time, in the order of the Command; none of a Command that is carried
 * out at once or cancels an earlier one.
 *
 * Source: the alerts 8F66 and 8F67 of RTDS 4.5.0, one for each of these instructions.
 * @throws CodecError if the content is malformed
 */
export function futureDatedInstructions(command: GbcsMessage): readonly FutureDatedInstruction[] {
  return instructionActivations(command)
    .flatMap(({ activation, instruction }) =>
      activation instanceof Date ? [{ at: activation, instruction }] : [],
    )
    .map((held, index) => ({ number: index + 1, ...held }));
}
