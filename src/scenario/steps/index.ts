import type { StepKind } from '../step-kind.js';
import { advance } from './advance.js';
import { alert } from './alert.js';
import { certify } from './certify.js';
import { device } from './device.js';
import { inventory } from './inventory.js';
import { limit } from './limit.js';
import { products } from './products.js';
import { quarantine } from './quarantine.js';
import { registration } from './registration.js';
import { repeat } from './repeat.js';
import { response } from './response.js';
import { s1sp } from './s1sp.js';
import { send } from './send.js';
import { threshold } from './threshold.js';
import { user } from './user.js';

/** Kinds of steps by the name they have in a scenario. */
export const STEP_KINDS: Readonly<Record<string, StepKind>> = {
  send,
  response,
  alert,
  device,
  inventory,
  registration,
  certify,
  user,
  products,
  threshold,
  limit,
  quarantine,
  repeat,
  advance,
  s1sp,
};
