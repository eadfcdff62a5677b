export { type ExecutedInstruction, executedInstructionOf } from './executed-instruction.js';
export { type FutureDatedInstruction, futureDatedInstructions } from './future-dated-instructions.js';
export { type Instruction, instructionText } from './instruction.js';
