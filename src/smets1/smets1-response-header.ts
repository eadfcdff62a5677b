import type { Eui64 } from '../common/eui64.js';
import type { MmcHeaderType } from '../duis/generated/service-response-types.js';

/** Which Device a SMETS1 message is from, for which User, and under which Originator Counter of that User's request. */
export interface HeaderIds {
  readonly device: Eui64;
  readonly user: Eui64;
  readonly counter: bigint;
}

/**
 * In a message from a Device the Business Originator is the Device and the Business Target the User; where the DCC
 * acted for the User, the target is the DCC and the User is the Supplementary Remote Party, with its own counter.
 * @see MMC schema 5.4, comment on ResponsePayload
 */
export function readHeaderIds(header: MmcHeaderType): HeaderIds {
  const { SupplementaryRemotePartyID: party, SupplementaryRemotePartyCounter: counter } = header;
  return {
    device: header.BusinessOriginatorID,
    user: party ?? header.BusinessTargetID,
    counter: (party === undefined ? undefined : counter) ?? header.OriginatorCounter,
  };
}
