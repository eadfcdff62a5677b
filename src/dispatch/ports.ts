import type { Eui64 } from '../common/eui64.js';

/** A protected Command on its way to a Device. */
export interface OutgoingCommand {
  /** RequestID of the Service Request it came from. */
  readonly requestId: string;
  readonly device: Eui64;
  /** The whole GBCS message, MAC included. */
  readonly bytes: Buffer;
}

/** The way to the Communications Hubs. */
export interface WanPort {
  /**
   * Hands over a Command; resolves when the network has taken it.
   * Giving the same Command again has no further effect on the Device: it refuses a counter it has seen.
   * @throws PeerError
   */
  send(command: OutgoingCommand): Promise<void>;
}

/** What the network hands back: a GBCS Response or Alert of a Device. */
export interface DeviceMessage {
  readonly device: Eui64;
  readonly bytes: Buffer;
}
