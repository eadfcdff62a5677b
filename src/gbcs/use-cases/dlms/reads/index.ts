import type { DlmsUseCase } from '../engine/index.js';
import { ECS17b } from './ecs17b-read-import-energy-registers.js';
import { ECS26f } from './ecs26f-read-instantaneous-power-thresholds.js';
import { ECS35_USE_CASES } from './ecs35-read-event-and-security-logs.js';
import { ECS40 } from './ecs40-read-mpans.js';
import { ECS52 } from './ecs52-read-firmware-version.js';

/** Reads of registers, logs and configuration that no other family has. */
export const READS_USE_CASES: readonly DlmsUseCase<unknown>[] = [
  ECS17b,
  ECS26f,
  ...ECS35_USE_CASES,
  ECS40,
  ECS52,
];
