import type { DlmsUseCase } from '../engine/index.js';

/** Load switch and auxiliary controllers: ECS42 to ECS47, ECS61, ECS62. */
export const LOAD_CONTROL_USE_CASES: readonly DlmsUseCase<unknown>[] = [];
