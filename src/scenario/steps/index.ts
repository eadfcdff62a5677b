import type { StepKind } from '../step-kind.js';
import { advance } from './advance.js';
import { alert } from './alert.js';
import { cpl } from './cpl.js';
import { device } from './device.js';
import { inventory } from './inventory.js';
import { registration } from './registration.js';
import { response } from './response.js';
import { s1sp } from './s1sp.js';
import { send } from './send.js';

/** Kinds of steps by the name they have in a scenario. */
export const STEP_KINDS: Readonly<Record<string, StepKind>> = {
  send,
  response,
  alert,
  device,
  inventory,
  registration,
  cpl,
  advance,
  s1sp,
};
