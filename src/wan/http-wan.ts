import { PeerError } from '../common/errors.js';
import type { Eui64 } from '../common/eui64.js';
import type { FirmwareDistribution } from './firmware.js';

/** Where a network of somebody else's takes Commands, and what it may ask for. */
export interface HttpWanOptions {
  /** Base URL; Commands are posted to `commands` below it, firmware images to `firmware`. */
  readonly url: string;
  /** Sent as bearer token. */
  readonly token?: string;
  /** Longest wait for an answer. */
  readonly timeoutMs: number;
}

/** HTTP headers that go with a Command or an image. */
export const WAN_HEADERS = {
  /** RequestID of the Service Request: the same Command may come again under it. */
  requestId: 'DUIS-RequestID',
  /** EUI-64 of the Device, or of each Device, with commas between. */
  device: 'DUIS-DeviceID',
  /** EUI-64 of the Communications Hub that is to pass an image on. */
  hub: 'DUIS-CommunicationsHubID',
  /** 8 hexadecimal digits. */
  firmwareVersion: 'DUIS-FirmwareVersion',
  /** SHA-256 of the image, 64 hexadecimal digits. */
  imageHash: 'DUIS-ImageHash',
  /** EUI-64 of the User that is told by meters that they have an image. */
  recipient: 'DUIS-Recipient',
} as const;

/** Statuses below 500 that say "later" rather than "no" (RFC 9110 15.5.9, RFC 6585 4). */
const LATER: ReadonlySet<number> = new Set([408, 425, 429]);

/** Most of a refusal that is kept for the operator, in characters. */
const REASON_LENGTH = 200;

/**
 * A network of one's own, reached over HTTP: a Command is posted as it is on the wire, and taken when the answer is 2xx.
 * What Devices send comes back to the gateway's network inbox (`http/`). It is at least once both ways: a Device refuses a
 * counter it has seen, the gateway an answer it has had.
 */
export class HttpWan {
  constructor(private readonly options: HttpWanOptions) {}

  /**
   * Hands over a Command; resolves when the network has taken it.
   * @throws PeerError; an answer below 500 other than 408, 425 and 429 will not get better by trying again
   */
  async send(command: {
    readonly requestId: string;
    readonly device: Eui64;
    readonly bytes: Buffer;
  }): Promise<void> {
    await this.#post('commands', command.bytes, {
      [WAN_HEADERS.requestId]: command.requestId,
      [WAN_HEADERS.device]: command.device,
    });
  }

  /**
   * Hands over a firmware image; resolves when the network has taken it.
   * @throws PeerError as `send`
   */
  async distributeFirmware(image: FirmwareDistribution): Promise<void> {
    await this.#post('firmware', image.image, {
      [WAN_HEADERS.requestId]: image.requestId,
      [WAN_HEADERS.hub]: image.hub,
      [WAN_HEADERS.device]: image.devices.join(','),
      [WAN_HEADERS.firmwareVersion]: image.firmwareVersion,
      [WAN_HEADERS.imageHash]: Buffer.from(image.hash).toString('hex'),
      [WAN_HEADERS.recipient]: image.recipient,
    });
  }

  async #post(name: string, body: Uint8Array, headers: Readonly<Record<string, string>>): Promise<void> {
    const { url, token, timeoutMs } = this.options;
    const target = `${url.replace(/\/+$/, '')}/${name}`;
    let status: number;
    let reason: string;
    try {
      const answer = await fetch(target, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/octet-stream',
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
          ...headers,
        },
        body: new Uint8Array(body),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      status = answer.status;
      reason = (await answer.text()).slice(0, REASON_LENGTH).replace(/\s+/g, ' ').trim();
    } catch (error) {
      throw new PeerError(`the network at ${target} did not answer: ${causeOf(error)}`, true, {
        cause: error,
      });
    }
    if (status >= 200 && status < 300) return;
    throw new PeerError(
      `the network at ${target} answered ${status}${reason === '' ? '' : `: ${reason}`}`,
      status >= 500 || LATER.has(status),
    );
  }
}

/** fetch hides the reason of a failed connection in its cause. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
