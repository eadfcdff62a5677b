import type { DlmsUseCase } from '../engine/index.js';
import { ECS01a, ECS01b, ECS01c, ECS01d } from './ecs01-set-tariff-and-price.js';
import { ECS05 } from './ecs05-reset-tariff-block-counter-matrix.js';
import { ECS24, ECS24b } from './ecs24-read-tariff-data.js';
import { ECS48 } from './ecs48-configure-daily-resetting.js';

/** Tariffs and prices of ESMEs, and what is read of them. */
export const TARIFF_USE_CASES: readonly DlmsUseCase<unknown>[] = [
  ECS01a,
  ECS01b,
  ECS01c,
  ECS01d,
  ECS05,
  ECS24,
  ECS24b,
  ECS48,
];
