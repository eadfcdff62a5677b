import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { HttpProblem } from './problem.js';

/**
 * Lets requests through that bear the token. Without a token only this machine is served, and only as localhost and not
 * for a page of another server: a browser on this machine would ask for any page, and under any name that points here.
 */
export function requireAccess(token: string | undefined, door: GuardedDoor = ADMIN_API): RequestHandler {
  return (request, _response, next) => {
    if (token === undefined) requireLocal(request, door);
    else requireToken(request, token, door);
    next();
  };
}

/** What is guarded, and the setting its token is in. */
export interface GuardedDoor {
  readonly name: string;
  readonly setting: string;
}

const ADMIN_API: GuardedDoor = { name: 'the admin API', setting: 'DUIS_ADMIN_TOKEN' };

function requireToken(request: Request, token: string, { setting }: GuardedDoor): void {
  const [, given] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (given !== undefined && same(given, token)) return;
  throw new HttpProblem(
    401,
    `The token is ${given === undefined ? 'missing' : 'wrong'}; send the ${setting} of this gateway as 'Authorization: Bearer ...'.`,
    {},
    { 'WWW-Authenticate': 'Bearer' },
  );
}

/** Takes the same time wherever the texts differ, and however long they are. */
function same(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

const LOOPBACK_ADDRESS = /^(::ffff:)?127\.|^::1$/;
const LOOPBACK_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

function requireLocal(request: Request, { name, setting }: GuardedDoor): void {
  const { host = '', origin } = request.headers;
  const local = LOOPBACK_ADDRESS.test(request.socket.remoteAddress ?? '') && LOOPBACK_HOST.test(host);
  if (local && (origin === undefined || origin === `http://${host}`)) return;
  throw new HttpProblem(
    403,
    `Without a token ${name} serves only this machine, as localhost; set ${setting} to use it from elsewhere.`,
  );
}
