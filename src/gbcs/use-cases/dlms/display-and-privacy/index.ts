import type { DlmsUseCase } from '../engine/index.js';

/** What the meter shows and to whom: ECS10, ECS12, ECS14, ECS15a, ECS15c, ECS16, ECS50. */
export const DISPLAY_AND_PRIVACY_USE_CASES: readonly DlmsUseCase<unknown>[] = [];
