import express, { Router } from 'express';
import { z } from 'zod';
import { USER_ENTRY, type User, type UserDirectory, userOfEntry } from '../authorisation/index.js';
import { parseEui64 } from '../common/eui64.js';
import { BODY_LIMIT, readMembers } from './admin-members.js';
import { HttpProblem } from './problem.js';

const STATUS = z.strictObject({
  status: z.enum(['active', 'suspended'], { error: 'has to be active or suspended' }),
});
const BODY = z.record(z.string(), z.unknown());

/** Routes of the administration for Users: `/users`, `/users/:id` and `/users/:id/status`. */
export function userRoutes(users: UserDirectory): Router {
  const routes = Router();
  const json = express.json({ limit: BODY_LIMIT });

  routes.get('/users', async (_request, response) => {
    response.json(await users.all());
  });
  routes.get('/users/:id', async (request, response) => {
    response.json(await existing(users, request.params.id));
  });
  routes.put('/users/:id', json, async (request, response) => {
    const id = parseEui64(request.params.id);
    const body = readMembers(BODY, request.body);
    const entry = readMembers(USER_ENTRY, { id, ...body });
    if (entry.id !== id) throw new HttpProblem(400, `'id': is that of another User than the path, ${id}.`);
    const isNew = await users.put(userOfEntry(entry, await users.find(id)));
    response.status(isNew ? 201 : 200).json(await existing(users, id));
  });
  routes.delete('/users/:id', async (request, response) => {
    await users.remove(parseEui64(request.params.id));
    response.status(204).end();
  });
  routes.put('/users/:id/status', json, async (request, response) => {
    const id = parseEui64(request.params.id);
    await users.setStatus(id, readMembers(STATUS, request.body).status);
    response.json(await existing(users, id));
  });
  return routes;
}

async function existing(users: UserDirectory, id: string): Promise<User> {
  const user = await users.find(parseEui64(id));
  if (user === undefined) throw new HttpProblem(404, `There is no User ${id}; GET users lists all.`);
  return user;
}
