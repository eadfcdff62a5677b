import type { BreachKind } from '../../store/index.js';

/** Why a request is quarantined. */
export interface Breach {
  readonly kind: BreachKind;
  /** What was breached, for the operator; a User is told of the kind only. */
  readonly detail: string;
}

/**
 * The Command Variants that bring something to a Device or S1SP: what detection is for. Source: DUIS schema, simple type
 * CommandVariant; that the DCC counts these and no others is inferred.
 */
export const SENDING_COMMAND_VARIANTS: readonly number[] = [1, 3, 5, 7];
