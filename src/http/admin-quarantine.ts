import express, { type Request, Router } from 'express';
import { z } from 'zod';
import type { AnomalyDetection, Quarantine, QuarantinedRequest } from '../authorisation/index.js';
import type { Clock } from '../common/clock.js';
import type { Journal } from '../store/index.js';
import { BODY_LIMIT, readMembers } from './admin-members.js';
import { thresholdRoutes } from './admin-thresholds.js';
import { HttpProblem } from './problem.js';

export interface QuarantineRoutesParts {
  readonly quarantine: Quarantine;
  readonly detection: AnomalyDetection;
  readonly journal: Pick<Journal, 'find' | 'history'>;
  readonly clock: Clock;
}

/** Who has decided where the request does not say. */
const ADMINISTRATION = 'administration';

const STATE = z.enum(['quarantined', 'released', 'rejected']).optional();
const DECISION = z.strictObject({
  by: z.string().min(1).default(ADMINISTRATION),
  reason: z.string().optional(),
});

/**
 * Routes of the administration, JSON both ways: `/quarantine` with its requests, `/thresholds` and `/limits`. What cannot be
 * is an HttpProblem: 400, 404, or 409 where a request was settled before.
 */
export function quarantineRoutes({ quarantine, detection, journal, clock }: QuarantineRoutesParts): Router {
  const routes = Router();
  const json = express.json({ limit: BODY_LIMIT });

  routes.get('/quarantine', async (request, response) => {
    const found = await quarantine.list(readMembers(STATE, request.query['state']));
    response.json(found.map(shown));
  });
  routes.get('/quarantine/:ref', async (request, response) => {
    const found = await existing(quarantine, request);
    const entry = await journal.find(found);
    response.json({
      ...shown(found),
      history: await journal.history(found),
      request: entry?.request.toString('utf8'),
    });
  });
  routes.post('/quarantine/:ref/:decision', json, async (request, response) => {
    const { decision } = request.params;
    if (decision !== 'release' && decision !== 'reject') {
      throw new HttpProblem(404, `There is no '${decision}'; a request is released or rejected.`);
    }
    const { eventRef } = await existing(quarantine, request);
    const { by, reason } = readMembers(DECISION, request.body ?? {});
    const settled = await (decision === 'release'
      ? quarantine.release(eventRef, by, clock())
      : quarantine.reject(eventRef, by, clock(), reason));
    const now = await existing(quarantine, request);
    if (!settled) {
      throw new HttpProblem(409, `Request ${eventRef} was ${now.state} by ${now.settledBy} before.`);
    }
    response.json(shown(now));
  });

  routes.use(thresholdRoutes(detection));
  return routes;
}

/** JSON has no integers of 20 digits. */
function shown(entry: QuarantinedRequest): object {
  return { ...entry, eventRef: String(entry.eventRef) };
}

async function existing(
  quarantine: Quarantine,
  request: Request<{ ref: string }>,
): Promise<QuarantinedRequest> {
  const { ref } = request.params;
  const found = /^\d{1,20}$/.test(ref) ? await quarantine.find(BigInt(ref)) : undefined;
  if (found === undefined) throw new HttpProblem(404, `There is no request '${ref}' in quarantine.`);
  return found;
}
