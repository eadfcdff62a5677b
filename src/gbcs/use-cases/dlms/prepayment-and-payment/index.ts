import type { DlmsUseCase } from '../engine/index.js';

/** Payment mode, balance, debt, top-up and emergency credit: CS01a, ECS02, ECS03, ECS04a, ECS04b, ECS07, ECS08, ECS08a, ECS09, ECS19, ECS26a, ECS26j, ECS82. */
export const PREPAYMENT_AND_PAYMENT_USE_CASES: readonly DlmsUseCase<unknown>[] = [];
