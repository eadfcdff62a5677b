import type { DlmsUseCase } from '../engine/index.js';
import { ECS05 } from './ecs05-reset-tariff-block-counter-matrix.js';

/** Tariffs, prices and block counters: ECS01a to ECS01d, ECS05, ECS24, ECS24b, ECS48. */
export const TARIFF_USE_CASES: readonly DlmsUseCase<unknown>[] = [ECS05];
