import { Router } from 'express';
import { formatRequestId, parseRequestId } from '../common/request-id.js';
import type { Journal, JournalEntry, RequestKind } from '../store/index.js';
import { HttpProblem } from './problem.js';

const KINDS: readonly RequestKind[] = ['service-request', 'signed-pre-command', 'scheduled-run'];

/** Route of the administration for the messages that bear a RequestID, each with all that happened to it: `/requests/:requestId`. */
export function requestRoutes(journal: Pick<Journal, 'find' | 'history'>): Router {
  const routes = Router();
  routes.get('/requests/:requestId', async (request, response) => {
    const requestId = formatRequestId(parseRequestId(request.params.requestId));
    const messages: object[] = [];
    for (const kind of KINDS) {
      const entry = await journal.find({ requestId, kind });
      if (entry) messages.push({ ...shown(entry), history: await journal.history(entry) });
    }
    if (messages.length === 0) {
      throw new HttpProblem(404, `The journal has no message with RequestID ${requestId}.`);
    }
    response.json({ requestId, messages });
  });
  return routes;
}

/** JSON has no bytes and no large integers: XML as text, the Command in hexadecimal unless it is XML, the counter as text. */
function shown(entry: JournalEntry): object {
  return {
    ...entry,
    commandCounter: entry.commandCounter?.toString() ?? null,
    request: entry.request.toString('utf8'),
    command: entry.command?.toString(entry.route === 's1sp' ? 'utf8' : 'hex') ?? null,
    response: entry.response?.toString('utf8') ?? null,
  };
}
