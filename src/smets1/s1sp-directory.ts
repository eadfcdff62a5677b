import { DuisRejection } from '../common/errors.js';
import type { Eui64 } from '../common/eui64.js';

/** A SMETS1 Service Provider of this gateway. */
export interface S1sp {
  /** Its name in the Smart Metering Inventory; absent where it is the only one and serves every SMETS1 Device. */
  readonly name?: string;
  readonly id: Eui64;
  /** Where it takes Countersigned Service Requests; asked for each request, as a peer may get its port later. */
  readonly url: () => string;
}

/** The SMETS1 Service Providers of this gateway, found by what the inventory calls them. */
export class S1spDirectory {
  constructor(private readonly s1sps: readonly S1sp[]) {}

  /** Whether documents signed by that party may be those of an S1SP. */
  has(id: Eui64): boolean {
    return this.s1sps.some((s1sp) => s1sp.id === id);
  }

  /** @param name of the S1SP in the inventory; null where it tells none */
  find(name: string | null): S1sp | undefined {
    return this.s1sps.find((s1sp) => s1sp.name === undefined || s1sp.name === name);
  }

  /**
   * The S1SP that serves a Device.
   * @param name of the S1SP in the inventory; null where it tells none
   * @throws DuisRejection E20 if there is none; that the code for "cannot be reached" is given for it is inferred
   */
  require(name: string | null, device: Eui64): S1sp {
    const s1sp = this.find(name);
    if (s1sp !== undefined) return s1sp;
    throw new DuisRejection(
      'E20',
      name === null
        ? `the inventory does not tell which S1SP serves Device ${device}`
        : `'${name}', which serves Device ${device}, is not among the configured S1SPs`,
    );
  }
}
