import express, { type Request, Router } from 'express';
import { z } from 'zod';
import type { Clock } from '../common/clock.js';
import { parseEui64 } from '../common/eui64.js';
import type { DeliveryChannel, Journal, Message, MessageFilter, Messages, Replayed } from '../store/index.js';
import { BODY_LIMIT, readMembers } from './admin-members.js';
import { HttpProblem } from './problem.js';

/** A destination that is left alone for now. */
export interface LeftAlone {
  readonly channel: DeliveryChannel;
  readonly destination: string;
  readonly failures: number;
  readonly probeAt: Date | undefined;
}

export interface MessageRoutesParts {
  readonly messages: Messages;
  readonly journal: Pick<Journal, 'history'>;
  readonly openCircuits: () => readonly LeftAlone[];
  readonly clock: Clock;
}

const FILTER = z.strictObject({
  user: z.string().transform(parseEui64).optional(),
  destination: z.string().min(1).optional(),
});
const LISTED = FILTER.extend({
  state: z.enum(['pending', 'dead']).optional(),
  limit: z.coerce.number().int().min(1).max(10_000).default(100),
});
const REPLAY = z.strictObject({
  by: z.string().min(1).default('administration'),
  alsoConcluded: z.boolean().default(false),
});
const REPLAY_DEAD = REPLAY.extend(FILTER.shape);

/**
 * Routes of the administration, JSON both ways: `/messages` with what is not settled, `/messages/ID`, `/messages/ID/replay`,
 * `/messages/replay` for everything given up, and `/circuits`, the destinations left alone.
 */
export function messageRoutes({ messages, journal, openCircuits, clock }: MessageRoutesParts): Router {
  const routes = Router();
  const json = express.json({ limit: BODY_LIMIT });

  routes.get('/messages', async (request, response) => {
    const { state, limit, ...filter } = readMembers(LISTED, request.query);
    const states = state === undefined ? (['pending', 'dead'] as const) : [state];
    response.json(await messages.list({ ...given(filter), states, limit }));
  });
  routes.get('/messages/:id', async (request, response) => {
    const found = await messages.find(request.params.id);
    if (found === undefined) throw refused('unknown', request.params.id);
    const { body, ...message } = found;
    response.json({ ...message, ...(await about(journal, message)), document: documentOf(message, body) });
  });
  routes.post('/messages/replay', json, async (request, response) => {
    const { by, alsoConcluded, ...filter } = readMembers(REPLAY_DEAD, request.body ?? {});
    response.json(await messages.replayDead(given(filter), clock(), { by, alsoConcluded }));
  });
  routes.post('/messages/:id/replay', json, async (request: Request<{ id: string }>, response) => {
    const { id } = request.params;
    const result = await messages.replay(id, clock(), readMembers(REPLAY, request.body ?? {}));
    if (result !== 'replayed') throw refused(result, id);
    response.json({ replayed: [id], concluded: [] });
  });
  routes.get('/circuits', (_request, response) => {
    response.json(openCircuits());
  });
  return routes;
}

/** zod has a member undefined where the filter leaves it out. */
function given({ user, destination }: z.output<typeof FILTER>): MessageFilter {
  return { ...(user !== undefined && { user }), ...(destination !== undefined && { destination }) };
}

async function about(journal: Pick<Journal, 'history'>, { request }: Message): Promise<object> {
  return request === undefined ? {} : { history: await journal.history(request) };
}

/** A Command is bytes, all else is XML. */
function documentOf({ channel }: Message, body: Buffer): string {
  return body.toString(channel === 'wan' ? 'hex' : 'utf8');
}

function refused(result: Exclude<Replayed, 'replayed'>, id: string): HttpProblem {
  switch (result) {
    case 'unknown':
      return new HttpProblem(404, `There is no message '${id}'.`);
    case 'not-dead':
      return new HttpProblem(409, `Message '${id}' was not given up.`);
    case 'concluded':
      return new HttpProblem(
        409,
        `The User was told that the request of '${id}' failed, and may send it again; alsoConcluded replays it all the same.`,
      );
  }
}
