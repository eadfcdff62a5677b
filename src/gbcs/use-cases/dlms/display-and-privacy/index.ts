import type { DlmsUseCase } from '../engine/index.js';
import { ECS10 } from './ecs10-send-message.js';
import { ECS12 } from './ecs12-set-change-of-tenancy-date.js';
import { ECS14 } from './ecs14-disable-privacy-pin.js';
import { ECS15a, ECS15c } from './ecs15-clear-event-log.js';
import { ECS16 } from './ecs16-write-supplier-contact-details.js';
import { ECS50 } from './ecs50-send-cin.js';

/** What the meter shows and whom it shows it to. */
export const DISPLAY_AND_PRIVACY_USE_CASES: readonly DlmsUseCase<unknown>[] = [
  ECS10,
  ECS12,
  ECS14,
  ECS15a,
  ECS15c,
  ECS16,
  ECS50,
];
