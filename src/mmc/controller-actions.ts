import { valueAt } from './decoded-content.js';
import type { MmcTree, Reader } from './mmc-tree.js';

/**
 * What an entry of the log of auxiliary controllers is about: 4 bits of kind, 4 bits of controller, 8 bits of action.
 * Source: the scripts that ECS46 and ECS47 write (GBCS 7.3.6).
 */
const SWITCH = 0;
const OUTPUT = 1;
const INPUT = 2;

/** Actions of a switch, in a calendar or at once. Source: the scripts of ECS46 and ECS47; RTDS 4.5.0 ECS35f. Mark: inferred. */
const SWITCH_ACTIONS: Readonly<Record<number, string>> = {
  0x00: 'Entry relates to a Message from an HC ALCS',
  0x01: 'On',
  0x02: 'Off',
  0x11: 'On',
  0x12: 'Off',
  0x20: 'Revert to calendar control',
};

/** Numbers MMC has for a switch. Source: MMC schema 5.4, ALCSEventLogType. */
const LAST_SWITCH = 5;
/** Bit of a level that tells one of a calendar. */
const LEVEL_BITS = 0x7f;
const HIGHEST_LEVEL = 100;

/** Members of `ALCSEventLogEntry` that tell which controller did what, from the word at a path. */
export const controllerAction =
  (path: string): ((name: keyof ReturnType<typeof actionOf>) => Reader) =>
  (name) =>
  (entry) => {
    const word = valueAt(entry, path);
    return typeof word === 'number' ? actionOf(word)[name] : undefined;
  };

function actionOf(word: number): {
  readonly SwitchNumber: string | undefined;
  readonly SwitchAction: string | undefined;
  readonly AuxiliaryControllerLevel: string | undefined;
  readonly InputFromControlledLoad: MmcTree | undefined;
} {
  const [kind, controller, action] = [word >> 12, (word >> 8) & 0xf, word & 0xff];
  const level = action & LEVEL_BITS;
  const hasLevel = (kind === OUTPUT || kind === INPUT) && level <= HIGHEST_LEVEL;
  return {
    SwitchNumber: controller >= 1 && controller <= LAST_SWITCH ? String(controller) : undefined,
    SwitchAction: kind === SWITCH ? SWITCH_ACTIONS[action] : undefined,
    AuxiliaryControllerLevel: hasLevel ? String(level) : undefined,
    InputFromControlledLoad: kind === INPUT ? {} : undefined,
  };
}
