import type { DlmsUseCase } from '../engine/index.js';
import { ECS42, ECS43, ECS44, ECS45 } from './ecs42-ecs45-supply.js';
import { ECS46a, ECS46c, ECS46d } from './ecs46-configure-controllers.js';
import { ECS47, ECS47a, ECS47e } from './ecs47-command-controllers.js';
import { ECS61a, ECS61c, ECS61d, ECS61e } from './ecs61-read-controllers.js';
import { ECS62 } from './ecs62-set-boost-function.js';

/** Supply, and the auxiliary controllers of an ESME. */
export const LOAD_CONTROL_USE_CASES: readonly DlmsUseCase<unknown>[] = [
  ECS42,
  ECS43,
  ECS44,
  ECS45,
  ECS46a,
  ECS46c,
  ECS46d,
  ECS47,
  ECS47a,
  ECS47e,
  ECS61a,
  ECS61c,
  ECS61d,
  ECS61e,
  ECS62,
];
