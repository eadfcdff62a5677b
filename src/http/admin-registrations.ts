import express, { Router } from 'express';
import {
  REGISTRATION_ENTRY,
  type RegistrationFilter,
  registrationOfEntry,
  type Registrations,
} from '../authorisation/index.js';
import type { Clock } from '../common/clock.js';
import { BODY_LIMIT, readMembers } from './admin-members.js';

const FILTER = REGISTRATION_ENTRY.pick({ mpxn: true, role: true, user: true }).partial();
const KEY = REGISTRATION_ENTRY.pick({ mpxn: true, role: true, from: true });

/** Routes of the administration for registration data: `/registrations`, and `/registrations/:mpxn/:role/:from`. */
export function registrationRoutes(registrations: Registrations, clock: Clock): Router {
  const routes = Router();
  const json = express.json({ limit: BODY_LIMIT });

  routes.get('/registrations', async (request, response) => {
    response.json(await registrations.list(readMembers(FILTER, request.query) as RegistrationFilter));
  });
  routes.post('/registrations', json, async (request, response) => {
    const registration = registrationOfEntry(readMembers(REGISTRATION_ENTRY, request.body));
    response.status(201).json(await registrations.register(registration, clock()));
  });
  routes.delete('/registrations/:mpxn/:role/:from', async (request, response) => {
    await registrations.remove(readMembers(KEY, request.params));
    response.status(204).end();
  });
  return routes;
}
