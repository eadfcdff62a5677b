import type { Eui64 } from '../common/eui64.js';

/** A protected Command on its way to a Device. */
export interface OutgoingCommand {
  /** RequestID of the Service Request it came from. */
  readonly requestId: string;
  readonly device: Eui64;
  /** The whole GBCS message, MAC included. */
  readonly bytes: Buffer;
}

/** A firmware image on its way to Devices of one home. */
export interface FirmwareImage {
  /** RequestID of the 11.1 or 11.4. */
  readonly requestId: string;
  readonly hub: Eui64;
  readonly devices: readonly Eui64[];
  readonly image: Uint8Array;
  /** 8 hexadecimal digits. */
  readonly firmwareVersion: string;
  /** SHA-256 of the image, 32 bytes. */
  readonly hash: Uint8Array;
  /** Who is told by meters that they have it: the User that asked. */
  readonly recipient: Eui64;
}

/** The way to the Communications Hubs. */
export interface WanPort {
  /**
   * Hands over a Command; resolves when the network has taken it.
   * Giving the same Command again has no further effect on the Device: it refuses a counter it has seen.
   * @throws PeerError
   */
  send(command: OutgoingCommand): Promise<void>;
  /**
   * Hands a firmware image to a Communications Hub, which passes it on; resolves when the hub has taken it.
   * @throws PeerError
   */
  distributeFirmware(image: FirmwareImage): Promise<void>;
}

/** What the network hands back: a GBCS Response or Alert of a Device. */
export interface DeviceMessage {
  readonly device: Eui64;
  readonly bytes: Buffer;
}
