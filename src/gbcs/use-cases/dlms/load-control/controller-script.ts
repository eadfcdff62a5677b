/**
 * Number of the script that commands an auxiliary controller: 4 bits of kind, 4 bits of controller number, 8 bits of
 * what it is to do. Source: GBCS 7.3.6; RTDS 4.5.0 ECS46c, ECS46d, ECS47, ECS47a, ECS47e.
 */
function script(kind: number, controller: number, state: number): number {
  return (kind << 12) | (controller << 8) | state;
}

const SWITCH = 0;
/** Level of what a controller lets through to the load, and of what it takes from a load that generates. */
const OUTPUT = 1;
const INPUT = 2;

/** Bit of the state that tells a level in a calendar from one commanded at once. */
const IN_CALENDAR = 0x80;

/** Scripts that switch a controller in the form of GBCS 1. */
export const switchScript = {
  byCalendar: (controller: number, state: 'activate' | 'deactivate') =>
    script(SWITCH, controller, state === 'activate' ? 0x01 : 0x02),
  activate: (controller: number) => script(SWITCH, controller, 0x11),
  deactivate: (controller: number) => script(SWITCH, controller, 0x12),
  reset: (controller: number) => script(SWITCH, controller, 0x20),
};

/** A level in percent, and whether it is of the input from the load; switches know 0 and 100. */
export interface CommandedLevel {
  readonly CommandedStateLevel: number;
  readonly InputFromControlledLoad?: unknown;
}

const direction = ({ InputFromControlledLoad }: CommandedLevel) => (InputFromControlledLoad ? INPUT : OUTPUT);

/** Scripts that set a level, since GBCS 4. */
export const levelScript = {
  byCalendar: (controller: number, level: CommandedLevel) =>
    script(direction(level), controller, IN_CALENDAR | level.CommandedStateLevel),
  atOnce: (controller: number, level: CommandedLevel) =>
    script(direction(level), controller, level.CommandedStateLevel),
};
