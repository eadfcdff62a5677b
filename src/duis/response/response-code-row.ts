import type { Mark } from '../catalogue/smets1-rules.js';
import type { ResponseCode } from '../generated/service-response-types.js';

/** A case in which the gateway answers with a Response Code. */
export interface Occasion {
  readonly when: string;
  /** `confirmed`: that DUIS uses the code for this case was read; `inferred`: only what the code means was. */
  readonly mark: 'confirmed' | 'inferred';
  readonly source: string;
}

/** One Response Code of DUIS. */
export interface ResponseCodeRow {
  readonly code: ResponseCode;
  /** In our words; undefined where nobody told us. */
  readonly meaning: string | undefined;
  /** How sure the meaning is. */
  readonly mark: Mark;
  /** Where the meaning was read. */
  readonly source: string;
  /** Empty for codes the gateway never answers with. */
  readonly raisedWhen: readonly Occasion[];
  /** Why not; undefined for codes it answers with. */
  readonly neverBecause: string | undefined;
}
