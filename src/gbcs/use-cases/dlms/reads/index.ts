import type { DlmsUseCase } from '../engine/index.js';
import { ECS17a } from './ecs17a-read-export-energy-registers.js';
import { ECS17b } from './ecs17b-read-import-energy-registers.js';
import { ECS17c } from './ecs17c-read-active-power-import.js';
import { ECS17d, ECS17e } from './ecs17d-ecs17e-read-tariff-registers.js';
import { ECS18a, ECS18b } from './ecs18-read-maximum-demand-registers.js';
import { ECS20a, ECS20b, ECS20c, ECS20d } from './ecs20-read-billing-data-logs.js';
import { ECS21a, ECS21b, ECS21c } from './ecs21-read-daily-read-logs.js';
import { ECS22a, ECS22b, ECS22c } from './ecs22-read-half-hour-profile-data.js';
import { ECS23, ECS23b } from './ecs23-read-voltage-operational-data.js';
import { ECS26e, ECS26i, ECS26m, ECS26n } from './ecs26-read-device-identity.js';
import { ECS26b, ECS26k } from './ecs26b-ecs26k-read-voltage-configuration.js';
import { ECS26c } from './ecs26c-read-randomisation.js';
import { ECS26d, ECS26l } from './ecs26d-ecs26l-read-billing-calendar.js';
import { ECS26f } from './ecs26f-read-instantaneous-power-thresholds.js';
import { ECS27 } from './ecs27-read-load-limit-data.js';
import { ECS35_USE_CASES } from './ecs35-read-event-and-security-logs.js';
import { ECS40 } from './ecs40-read-mpans.js';
import { ECS52 } from './ecs52-read-firmware-version.js';
import { ECS66 } from './ecs66-read-daily-consumption-log.js';

/** Reads of registers, logs and configuration that no other family has. */
export const READS_USE_CASES: readonly DlmsUseCase<unknown>[] = [
  ECS17a,
  ECS17b,
  ECS17c,
  ECS17d,
  ECS17e,
  ECS18a,
  ECS18b,
  ECS20a,
  ECS20b,
  ECS20c,
  ECS20d,
  ECS21a,
  ECS21b,
  ECS21c,
  ECS22a,
  ECS22b,
  ECS22c,
  ECS23,
  ECS23b,
  ECS26b,
  ECS26c,
  ECS26d,
  ECS26e,
  ECS26f,
  ECS26i,
  ECS26k,
  ECS26l,
  ECS26m,
  ECS26n,
  ECS27,
  ...ECS35_USE_CASES,
  ECS40,
  ECS52,
  ECS66,
];
