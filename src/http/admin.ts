import express, { type Express, type RequestHandler } from 'express';
import {
  type AnomalyDetection,
  type Quarantine,
  type Registrations,
  type UserDataFault,
  UserDataRefused,
  type UserDirectory,
} from '../authorisation/index.js';
import type { Clock } from '../common/clock.js';
import { CodecError } from '../common/errors.js';
import type { Logger } from '../common/logger.js';
import type { Journal } from '../store/index.js';
import { requireAccess } from './admin-access.js';
import { type DeviceFaults, faultRoutes } from './admin-faults.js';
import { messageRoutes, type MessageRoutesParts } from './admin-messages.js';
import { quarantineRoutes } from './admin-quarantine.js';
import { registrationRoutes } from './admin-registrations.js';
import { requestRoutes } from './admin-requests.js';
import { userRoutes } from './admin-users.js';
import { answerProblem } from './answer-problem.js';
import { HttpProblem } from './problem.js';

/** Path under which the administration is. */
export const ADMIN_PATH = '/admin/v1';

export interface AdminParts {
  readonly users: UserDirectory;
  readonly registrations: Registrations;
  readonly quarantine: Quarantine;
  readonly detection: AnomalyDetection;
  readonly journal: Pick<Journal, 'find' | 'history'>;
  readonly messages: MessageRoutesParts['messages'];
  readonly openCircuits: MessageRoutesParts['openCircuits'];
  /** Absent where the network is a real one. */
  readonly faults?: DeviceFaults;
  readonly clock: Clock;
  readonly log: Logger;
  /** What a request has to bear; without it only this machine is served. */
  readonly token?: string;
}

/** What an operator may ask for, as the answer to anything else tells. */
const RESOURCES = [
  'users',
  'registrations',
  'requests/REQUEST-ID',
  'messages',
  'circuits',
  'quarantine',
  'thresholds',
  'limits',
  'faults',
];

/** The Express application operators use: JSON both ways, a problem document for what cannot be done. */
export function createAdminApp(parts: AdminParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(
    ADMIN_PATH,
    requireAccess(parts.token),
    requireJson,
    userRoutes(parts.users),
    registrationRoutes(parts.registrations, parts.clock),
    requestRoutes(parts.journal),
    messageRoutes(parts),
    quarantineRoutes(parts),
    faultRoutes(parts.faults),
  );
  app.use((request) => {
    const paths = RESOURCES.map((resource) => `${ADMIN_PATH}/${resource}`).join(', ');
    throw new HttpProblem(404, `There is nothing to ${request.method} at this path; there are ${paths}.`);
  });
  app.use(answerProblem(parts.log, asProblem, 'The gateway failed; its log says why.'));
  return app;
}

const requireJson: RequestHandler = (request, _response, next) => {
  const empty = request.headers['content-length'] === '0';
  if (!empty && request.is('application/json') === false) {
    throw new HttpProblem(
      415,
      `The content type is ${request.headers['content-type'] ?? 'not given'}; send application/json.`,
    );
  }
  next();
};

const STATUS_OF: Readonly<Record<UserDataFault, number>> = { 'not-found': 404, conflict: 409, invalid: 400 };

function asProblem(error: unknown): HttpProblem | undefined {
  if (error instanceof UserDataRefused) return new HttpProblem(STATUS_OF[error.fault], `${error.message}.`);
  return error instanceof CodecError ? new HttpProblem(400, `${error.message}.`) : undefined;
}
