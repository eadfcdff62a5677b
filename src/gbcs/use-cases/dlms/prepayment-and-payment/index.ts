import type { DlmsUseCase } from '../engine/index.js';
import { CS01a } from './cs01a-apply-top-up.js';
import { ECS02, ECS03 } from './ecs02-ecs03-set-payment-mode.js';
import { ECS04a, ECS04b } from './ecs04-meter-balance.js';
import { ECS07 } from './ecs07-manage-debt.js';
import { ECS08, ECS08a } from './ecs08-update-prepayment-configuration.js';
import { ECS09 } from './ecs09-activate-emergency-credit.js';
import { ECS19 } from './ecs19-read-prepayment-registers.js';
import { ECS26a } from './ecs26a-read-prepayment-configuration.js';
import { ECS26j } from './ecs26j-read-payment-mode.js';
import { ECS82 } from './ecs82-read-meter-balance.js';

/** Payment mode, credit, debt and what is read of them. */
export const PREPAYMENT_AND_PAYMENT_USE_CASES: readonly DlmsUseCase<unknown>[] = [
  CS01a,
  ECS02,
  ECS03,
  ECS04a,
  ECS04b,
  ECS07,
  ECS08,
  ECS08a,
  ECS09,
  ECS19,
  ECS26a,
  ECS26j,
  ECS82,
];
