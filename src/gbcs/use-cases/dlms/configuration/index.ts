import type { DlmsUseCase } from '../engine/index.js';
import { ECS28a } from './ecs28a-set-load-limit-general-settings.js';
import { ECS34 } from './ecs34-set-instantaneous-power-thresholds.js';
import { ECS57 } from './ecs57-reset-maximum-demand-registers.js';

/** Settings of the meter: alerts, voltage, load limits, calendars, clock, MPAN. */
export const CONFIGURATION_USE_CASES: readonly DlmsUseCase<unknown>[] = [ECS28a, ECS34, ECS57];
