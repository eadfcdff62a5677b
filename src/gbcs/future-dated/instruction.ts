import type { FrameControl } from '../gbz/frame-control.js';
import type { ObisCode } from '../dlms/index.js';

/** An activation date-time attribute of an ESME: what comes due when the clock reaches it. */
export interface DlmsInstruction {
  readonly encoding: 'DLMS';
  readonly classId: number;
  readonly obis: ObisCode;
  readonly attribute: number;
}

/** A component that a GSME holds until its time. */
export interface GbzInstruction {
  readonly encoding: 'GBZ';
  /** Cluster identifier, 2 bytes. */
  readonly cluster: number;
  readonly frameControl: FrameControl;
  /** Command identifier, 1 byte. */
  readonly command: number;
}

/** The whole Command: those in ASN.1 hold but one thing to do. */
export interface Asn1Instruction {
  readonly encoding: 'ASN.1';
}

/**
 * One thing of a Command that a Device does at a time of its own, and tells with an alert of its own.
 * Source: GBCS-RULES section 3, future dating; the alerts 8F66 and 8F67 of RTDS 4.5.0.
 */
export type Instruction = DlmsInstruction | GbzInstruction | Asn1Instruction;

/**
 * The text that names an instruction, for keeping it; no other of its Command has the same: `20 0-0:13.0.0.255 10`,
 * `0705 3`, `the Command`.
 *
 * The frame control of a component is no part of it: the alerts of GCS05 in RTDS 4.5.0 name publish calendar and publish
 * special days with 01, where the Command has 09 (and the alerts of GCS01a too).
 */
export function instructionText(instruction: Instruction): string {
  switch (instruction.encoding) {
    case 'DLMS':
      return `${instruction.classId} ${instruction.obis} ${instruction.attribute}`;
    case 'GBZ':
      return `${instruction.cluster.toString(16).padStart(4, '0')} ${instruction.command}`;
    case 'ASN.1':
      return 'the Command';
  }
}
