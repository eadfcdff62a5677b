import express, { type Request, Router } from 'express';
import { z } from 'zod';
import type { AnomalyDetection, NewAnomalyThreshold, NewAttributeLimit } from '../authorisation/index.js';
import { parseEui64 } from '../common/eui64.js';
import { asProblem, BODY_LIMIT, readMembers } from './admin-members.js';
import { HttpProblem } from './problem.js';

const ID = z.string().regex(/^\d{1,15}$/, 'has to be a whole number');
const USER = z
  .string()
  .optional()
  .transform((text) => (text === undefined ? undefined : parseEui64(text)));
const THRESHOLD = z.strictObject({
  setter: z.enum(['User', 'DCC']).default('DCC'),
  user: USER,
  variant: z.string().optional().transform(absent),
  maximum: z.number(),
  warning: z.number().optional(),
  windowMs: z.number(),
});
const LIMIT_VALUE = z.union([z.string(), z.number().transform(String)]).optional();
const LIMIT = z.strictObject({
  variant: z.string(),
  path: z.string(),
  minimum: LIMIT_VALUE.transform(absent),
  maximum: LIMIT_VALUE.transform(absent),
  user: USER,
});

/** Routes of the administration for what counts as an anomaly: `/thresholds` and `/limits`. A change holds at once. */
export function thresholdRoutes(detection: AnomalyDetection): Router {
  const routes = Router();
  const json = express.json({ limit: BODY_LIMIT });

  routes.get('/thresholds', async (_request, response) => {
    response.json(await detection.thresholds.list());
  });
  routes.post('/thresholds', json, async (request, response) => {
    const threshold: NewAnomalyThreshold = readMembers(THRESHOLD, request.body);
    response.json(await changing(detection, () => detection.thresholds.set(threshold)));
  });
  routes.delete('/thresholds/:id', async (request, response) => {
    await remove(request, 'threshold', detection, detection.thresholds);
    response.status(204).end();
  });

  routes.get('/limits', async (_request, response) => {
    response.json(await detection.limits.list());
  });
  routes.post('/limits', json, async (request, response) => {
    const limit: NewAttributeLimit = readMembers(LIMIT, request.body);
    response.json(await changing(detection, () => detection.limits.set(limit)));
  });
  routes.delete('/limits/:id', async (request, response) => {
    await remove(request, 'limit', detection, detection.limits);
    response.status(204).end();
  });
  return routes;
}

/** zod leaves a member out where the gateway's types have it undefined. */
function absent<T>(value: T | undefined): T | undefined {
  return value;
}

/** Makes a change and lets it hold at once. */
async function changing<T>(detection: AnomalyDetection, change: () => Promise<T>): Promise<T> {
  try {
    const result = await change();
    await detection.refresh();
    return result;
  } catch (error) {
    throw asProblem(error);
  }
}

async function remove(
  request: Request<{ id: string }>,
  what: string,
  detection: AnomalyDetection,
  from: { remove(id: number): Promise<boolean> },
): Promise<void> {
  const id = Number(readMembers(ID, request.params.id));
  if (!(await changing(detection, () => from.remove(id)))) {
    throw new HttpProblem(404, `There is no ${what} ${id}.`);
  }
}
