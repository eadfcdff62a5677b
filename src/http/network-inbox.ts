import express, { type RequestHandler } from 'express';
import { requireAccess } from './admin-access.js';
import { HttpProblem } from './problem.js';

/** Path a network of one's own posts to what Devices send. */
export const NETWORK_INBOX_PATH = '/api/v1/wan';

/** Largest GBCS message taken, in bytes: the Device Log of a full Communications Hub needs a few thousand. */
const LARGEST_MESSAGE = 65_536;

const OCTETS = 'application/octet-stream';

/** Takes what Devices of a network of one's own send. */
export interface NetworkInbox {
  /** Who may post; see `requireAccess`. */
  readonly token?: string;
  /**
   * Resolves when the message is durable.
   * @param message a GBCS Response or Alert
   * @throws CodecError if it is none
   */
  readonly receive: (message: Buffer) => Promise<void>;
}

/** Answers 204 when a message is durable. What is answered otherwise, or not at all, is to be posted again. */
export function networkInbox({ token, receive }: NetworkInbox): RequestHandler[] {
  return [
    requireAccess(token, { name: 'the network inbox', setting: 'DUIS_WAN_TOKEN' }),
    express.raw({ type: OCTETS, limit: LARGEST_MESSAGE }),
    async (request, response) => {
      const body: unknown = request.body;
      if (!Buffer.isBuffer(body) || body.length === 0) {
        throw new HttpProblem(415, `Send one GBCS message as ${OCTETS}.`);
      }
      await receive(body);
      response.status(204).end();
    },
  ];
}
