import express, { type Express, type RequestHandler } from 'express';
import { CodecError } from '../common/errors.js';
import type { Logger } from '../common/logger.js';
import { DocumentRefused, SignatureError, WEB_SERVICES, type WebService } from '../duis/index.js';
import { S1spDocumentRefused } from '../smets1/index.js';
import { answerProblem } from './answer-problem.js';
import { NETWORK_INBOX_PATH, type NetworkInbox, networkInbox } from './network-inbox.js';
import { HttpProblem } from './problem.js';

/** What the web services need from the rest of the gateway. */
export interface DuisServices {
  /**
   * Answers one message; resolves to the bytes of a signed DUIS Response.
   * @throws DocumentRefused or SignatureError when nothing in the message can be trusted, not even its RequestID
   */
  handle(service: WebService, message: Buffer): Promise<Buffer>;
}

/** Takes what S1SPs send: SMETS1 Responses and S1SP Alerts, as signed documents. */
export interface S1spInbox {
  /** @throws S1spDocumentRefused */
  receive(document: Buffer): Promise<void>;
}

/** Path an S1SP posts its Responses and Alerts to. */
export const S1SP_INBOX_PATH = '/api/v1/s1sp';

const XML = 'application/xml';

export interface AppOptions {
  readonly services: DuisServices;
  readonly s1spInbox: S1spInbox;
  /** Absent where Devices are in this process. */
  readonly networkInbox?: NetworkInbox;
  readonly maxBodyBytes: number;
  readonly maxInFlight: number;
  readonly log: Logger;
  /** Facts shown at `/health`; `ready` false answers 503. */
  health(): { ready: boolean } | Promise<{ ready: boolean }>;
}

/** The Express application: DUIS web services, S1SP inbox and health; no rule of DUIS lives here. */
export function createApp(options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  const admission = limitInFlight(options.maxInFlight);
  const body: RequestHandler[] = [
    requireXml,
    admission,
    express.raw({ type: XML, limit: options.maxBodyBytes }),
  ];

  for (const [name, { path }] of Object.entries(WEB_SERVICES) as [WebService, { path: string }][]) {
    app.post(path, ...body, async (request, response) => {
      const answer = await options.services.handle(name, bodyOf(request.body));
      response.setHeader('Content-Type', XML);
      response.end(answer);
    });
    app.all(path, onlyMethod('POST'));
  }
  app.post(S1SP_INBOX_PATH, ...body, async (request, response) => {
    await options.s1spInbox.receive(bodyOf(request.body));
    response.status(204).end();
  });
  app.all(S1SP_INBOX_PATH, onlyMethod('POST'));
  if (options.networkInbox !== undefined) {
    app.post(NETWORK_INBOX_PATH, admission, ...networkInbox(options.networkInbox));
    app.all(NETWORK_INBOX_PATH, onlyMethod('POST'));
  }
  app.get('/health', async (_request, response) => {
    const health = await options.health();
    response.status(health.ready ? 200 : 503).json(health);
  });
  app.all('/health', onlyMethod('GET'));
  app.use(() => {
    const paths = Object.values(WEB_SERVICES).map((service) => service.path);
    throw new HttpProblem(
      404,
      `There is nothing at this path; the DUIS web services are at ${paths.join(', ')}.`,
    );
  });
  app.use(
    answerProblem(
      options.log,
      asProblem,
      'The gateway failed to answer; nothing was acknowledged, so the request may be sent again.',
    ),
  );
  return app;
}

/** express.raw leaves an empty body undefined. */
function bodyOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  throw new HttpProblem(400, 'The body is empty; send one signed DUIS XML document.');
}

const requireXml: RequestHandler = (request, _response, next) => {
  if (request.is(XML) === false) {
    throw new HttpProblem(
      415,
      `The content type is ${request.headers['content-type'] ?? 'not given'}; send DUIS XML as ${XML}.`,
    );
  }
  next();
};

function onlyMethod(method: string): RequestHandler {
  return (request) => {
    throw new HttpProblem(405, `${request.method} is not served here; use ${method}.`, {}, { Allow: method });
  };
}

/** Refuses with 503 while too many requests are being answered, so that memory stays bounded. */
function limitInFlight(limit: number): RequestHandler {
  let inFlight = 0;
  return (_request, response, next) => {
    if (inFlight >= limit) {
      throw new HttpProblem(
        503,
        'The gateway is busy; send the request again in a second.',
        {},
        { 'Retry-After': '1' },
      );
    }
    inFlight += 1;
    response.once('close', () => (inFlight -= 1));
    next();
  };
}

function asProblem(error: unknown): HttpProblem | undefined {
  if (error instanceof DocumentRefused) {
    return new HttpProblem(
      400,
      error.message,
      error.violations.length > 0 ? { violations: error.violations } : {},
    );
  }
  if (error instanceof SignatureError) {
    return new HttpProblem(403, `The XML signature is refused: ${error.message}.`, { reason: error.reason });
  }
  if (error instanceof S1spDocumentRefused) {
    const status = error.reason === 'signature' || error.reason === 'signer' ? 403 : 400;
    return new HttpProblem(status, `The document is refused: ${error.message}.`, { reason: error.reason });
  }
  if (error instanceof CodecError) {
    return new HttpProblem(400, `The message cannot be read: ${error.message}.`);
  }
  return undefined;
}
