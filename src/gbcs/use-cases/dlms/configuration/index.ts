import type { DlmsUseCase } from '../engine/index.js';
import {
  ECS25a,
  ECS25a1,
  ECS25a2,
  ECS25a3,
  ECS25b,
  ECS25b3,
  ECS25r1,
  ECS25r2,
} from './ecs25-alert-behaviours.js';
import { ECS28a } from './ecs28a-set-load-limit-general-settings.js';
import { ECS28b } from './ecs28b-reset-load-limit-counter.js';
import { ECS29a, ECS29b, ECS29c, ECS29d, ECS29e, ECS29f } from './ecs29-set-voltage-configurations.js';
import { ECS30, ECS30a } from './ecs30-set-billing-calendar.js';
import { ECS34 } from './ecs34-set-instantaneous-power-thresholds.js';
import { ECS37 } from './ecs37-set-maximum-demand-time-period.js';
import { ECS38 } from './ecs38-update-randomised-offset-limit.js';
import { ECS39a, ECS39b } from './ecs39-set-mpan.js';
import { ECS57 } from './ecs57-reset-maximum-demand-registers.js';
import { ECS70 } from './ecs70-set-clock.js';
import { ECS81 } from './ecs81-set-supply-tamper-state.js';

/** Settings of the meter: alerts, voltage, load limits, calendars, clock, MPAN. */
export const CONFIGURATION_USE_CASES: readonly DlmsUseCase<unknown>[] = [
  ECS25a,
  ECS25a1,
  ECS25a2,
  ECS25a3,
  ECS25b,
  ECS25b3,
  ECS25r1,
  ECS25r2,
  ECS28a,
  ECS28b,
  ECS29a,
  ECS29b,
  ECS29c,
  ECS29d,
  ECS29e,
  ECS29f,
  ECS30,
  ECS30a,
  ECS34,
  ECS37,
  ECS38,
  ECS39a,
  ECS39b,
  ECS57,
  ECS70,
  ECS81,
];
