import express, { type ErrorRequestHandler, type RequestHandler, type Response } from 'express';
import type { Clock } from '../../common/clock.js';
import type { DeviceType } from '../../common/device-type.js';
import { type Eui64, parseEui64 } from '../../common/eui64.js';
import type { Logger } from '../../common/logger.js';
import { formatRequestId } from '../../common/request-id.js';
import { catalogueRow, DocumentRefused, ServiceRequestReader, SignatureError } from '../../duis/index.js';
import { DEFAULT_LIMITS, type SchemaPacks } from '../../duis/schema/index.js';
import { HttpProblem, listen } from '../../http/index.js';
import type { SignerLookup, SigningCredential } from '../../smki/index.js';
import {
  CountersignedRequestRefused,
  CountersignedServiceRequestReader,
  REQUEST_ID_HEADER,
} from '../../smets1/index.js';
import { alertDocument, responseDocument, type TakenRequest, wrongKey } from './answer.js';
import { AnswerPoster } from './answer-poster.js';
import { FAULT, type Fault, Faults } from './faults.js';
import { makeS1spIdentity } from './s1sp-identity.js';
import { SERVICES } from './service-table.js';
import { type Home, SEEDED_HOME, Smets1Homes } from './smets1-homes.js';

/** Identity of the mock, unless told otherwise. */
export const MOCK_S1SP: Eui64 = parseEui64('90-B3-D5-1F-30-00-05-01');

/** Path the mock takes Countersigned Service Requests at. */
export const S1SP_REQUEST_PATH = '/s1sp/v1/requests';

const XML = 'application/xml';
const LARGEST_BODY = 16_777_216;
const REMEMBERED = 10_000;
const DEFAULT_ALERT_CODE = 'S1SP-MOCK-1';

export interface MockS1spOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  /** Where answers go; asked for each answer, so that a gateway may get its port later. */
  readonly gatewayInboxUrl: () => string;
  /** The gateway's identity as DSP. */
  readonly gateway: Eui64;
  /** Finds the certificates of the gateway and of Users. */
  readonly resolveSigner: SignerLookup;
  readonly packs: SchemaPacks;
  /** Made anew if absent: see `makeS1spIdentity`. */
  readonly identity?: SigningCredential;
  /** The simulated homes; the seeded one if absent. Devices it hears of later are made when they are first named. */
  readonly homes?: readonly Home[];
  readonly clock: Clock;
  readonly log: Logger;
}

export interface MockS1sp {
  /** Where it takes Countersigned Service Requests. */
  readonly url: string;
  /** Of its administration: `GET`, `PUT` and `DELETE` at `/admin/fault`, `POST` at `/admin/release`. */
  readonly adminUrl: string;
  readonly identity: SigningCredential;
  readonly faults: Faults;
  /** The requests it took, each once, in order; the newest are kept. */
  readonly received: readonly TakenRequest[];
  /** The simulated homes, to look into and to change. */
  readonly homes: Smets1Homes;
  /** Resolves when no answer is being made or posted; held and delayed ones count as being made. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** What became of a request: the answer, once it is made. */
interface Remembered {
  readonly serviceRequest: Buffer;
  answer?: Buffer;
}

/** Starts a SMETS1 Service Provider that keeps simulated homes: verifies what it is sent, executes it once, answers signed. */
export async function startMockS1sp(options: MockS1spOptions): Promise<MockS1sp> {
  const identity = options.identity ?? (await makeS1spIdentity(MOCK_S1SP, options.clock));
  const mock = new Mock(options, identity);
  const server = await listen(mock.app(), {
    host: options.host ?? '127.0.0.1',
    port: options.port,
    bodyTimeoutMs: 10_000,
  });
  return {
    url: server.url + S1SP_REQUEST_PATH,
    adminUrl: `${server.url}/admin`,
    identity,
    faults: mock.faults,
    received: mock.received,
    homes: mock.homes,
    idle: () => mock.idle(),
    stop: async () => {
      mock.stop();
      await server.stop(1000);
      await mock.idle();
      mock.dispose();
    },
  };
}

class Mock {
  readonly faults = new Faults();
  readonly received: TakenRequest[] = [];
  readonly homes: Smets1Homes;
  readonly #options: MockS1spOptions;
  readonly #identity: SigningCredential;
  readonly #countersigned: CountersignedServiceRequestReader;
  readonly #requests: ServiceRequestReader;
  readonly #remembered = new Map<string, Remembered>();
  readonly #inHand = new Set<Promise<void>>();
  readonly #stopping = new AbortController();
  readonly #poster: AnswerPoster;

  constructor(options: MockS1spOptions, identity: SigningCredential) {
    const { resolveSigner, gateway, packs, gatewayInboxUrl, log, homes = [SEEDED_HOME], clock } = options;
    this.#options = options;
    this.#identity = identity;
    this.homes = new Smets1Homes(homes, clock());
    this.#countersigned = new CountersignedServiceRequestReader({
      resolveSigner,
      gateway,
      s1sp: identity.eui,
    });
    this.#requests = new ServiceRequestReader({
      packs,
      resolveSigner,
      limits: DEFAULT_LIMITS,
      standIn: gateway,
    });
    this.#poster = new AnswerPoster(gatewayInboxUrl, this.#stopping.signal, log);
  }

  app(): express.Express {
    const app = express();
    app.disable('x-powered-by');
    app.disable('etag');
    app.post(
      S1SP_REQUEST_PATH,
      express.raw({ type: XML, limit: LARGEST_BODY }),
      async (request, response) => {
        const fault = this.faults.next();
        if (fault?.kind === 'refuse') {
          throw new HttpProblem(fault.status ?? 500, 'This S1SP was told to refuse.');
        }
        if (fault?.kind === 'slow') await this.faults.wait(fault.delayMs, this.#stopping.signal);
        const body: unknown = request.body;
        if (!Buffer.isBuffer(body))
          throw new HttpProblem(415, `Send a Countersigned Service Request as ${XML}.`);
        this.#take(body, request.get(REQUEST_ID_HEADER), fault);
        response.status(202).end();
      },
    );
    app.get('/admin/fault', (_request, response) => {
      response.json(this.faults.current ?? null);
    });
    app.put('/admin/fault', express.json(), (request, response) => {
      const fault = FAULT.safeParse(request.body);
      if (!fault.success)
        throw new HttpProblem(400, fault.error.issues.map(({ message }) => message).join('; '));
      this.faults.set(fault.data);
      response.status(204).end();
    });
    app.delete('/admin/fault', (_request, response) => {
      this.faults.clear();
      response.status(204).end();
    });
    app.post('/admin/release', (_request, response) => {
      this.faults.release();
      response.status(204).end();
    });
    app.use(nothingThere);
    app.use(answerError(this.#options.log));
    return app;
  }

  async idle(): Promise<void> {
    while (this.#inHand.size > 0) await Promise.all(this.#inHand);
  }

  stop(): void {
    this.#stopping.abort();
  }

  dispose(): void {
    this.#countersigned.dispose();
  }

  #take(body: Buffer, named: string | undefined, fault: Fault | undefined): void {
    const taken = this.#verify(body, named);
    const id = formatRequestId(taken.request.requestId);
    const earlier = this.#remembered.get(id);
    if (earlier === undefined) {
      const remembered: Remembered = { serviceRequest: taken.countersigned.serviceRequest };
      this.#remember(id, remembered, taken);
      this.#work(id, this.#answer(id, taken, remembered, fault));
    } else if (!earlier.serviceRequest.equals(taken.countersigned.serviceRequest)) {
      throw new HttpProblem(409, `RequestID ${id} was used for another Service Request.`);
    } else if (earlier.answer !== undefined) {
      this.#work(id, this.#poster.post(id, earlier.answer));
    }
  }

  /** @throws HttpProblem */
  #verify(body: Buffer, named: string | undefined): TakenRequest {
    try {
      const countersigned = this.#countersigned.read(body);
      const { request } = this.#requests.read(countersigned.serviceRequest);
      const id = formatRequestId(request.requestId);
      if (id !== formatRequestId(countersigned.requestId)) {
        throw new HttpProblem(400, `The Service Request inside has RequestID ${id}.`);
      }
      if (named !== undefined && named !== id) {
        throw new HttpProblem(400, `The header ${REQUEST_ID_HEADER} names ${named}, the document ${id}.`);
      }
      if (!(request.serviceReferenceVariant in SERVICES)) {
        throw new HttpProblem(422, `${request.serviceReferenceVariant} is not a request to a Device.`);
      }
      if (request.body.element !== catalogueRow(request.serviceReferenceVariant)?.element) {
        throw new HttpProblem(422, `A ${request.body.element} is nothing an S1SP can execute.`);
      }
      return { countersigned, request };
    } catch (error) {
      throw asProblem(error);
    }
  }

  #remember(id: string, remembered: Remembered, taken: TakenRequest): void {
    this.received.push(taken);
    if (this.received.length > REMEMBERED) this.received.shift();
    this.#remembered.set(id, remembered);
    if (this.#remembered.size > REMEMBERED) {
      const [oldest] = this.#remembered.keys();
      if (oldest !== undefined) this.#remembered.delete(oldest);
    }
  }

  #work(id: string, work: Promise<void>): void {
    const settled = work
      .catch((error: unknown) =>
        this.#options.log.error('mock S1SP failed', { requestId: id, reason: String(error) }),
      )
      .finally(() => this.#inHand.delete(settled));
    this.#inHand.add(settled);
  }

  async #answer(
    id: string,
    taken: TakenRequest,
    remembered: Remembered,
    fault: Fault | undefined,
  ): Promise<void> {
    // The 202 goes out first: an S1SP answers when the Device has.
    await new Promise((resolve) => setImmediate(resolve));
    const { clock, gateway } = this.#options;
    const document = (signer: SigningCredential): Buffer =>
      fault?.kind === 's1sp-alert'
        ? alertDocument(taken, fault.alertCode ?? DEFAULT_ALERT_CODE, clock(), signer)
        : responseDocument(taken, payload, gateway, clock(), signer);
    const payload = fault?.kind === 's1sp-alert' ? {} : this.#execute(taken);
    if (fault?.kind === 'late') await this.faults.wait(fault.delayMs, this.#stopping.signal);
    const right = document(this.#identity);
    // From here on a repeated request gets this answer, also where the first was told to go wrong.
    remembered.answer = right;
    if (fault?.kind === 'never') return;
    await this.#poster.post(
      id,
      fault?.kind === 'wrongly-signed' ? document(wrongKey(this.#identity)) : right,
    );
    if (fault?.kind === 'answer-twice') await this.#poster.post(id, right);
  }

  #execute({ request }: TakenRequest): ReturnType<(typeof SERVICES)[string]> {
    const variant = request.serviceReferenceVariant;
    const service = SERVICES[variant];
    if (service === undefined) throw new Error(`no service for ${variant}`);
    const device = this.homes.findOrLearn(request.requestId.target, likelyTarget(variant));
    return service({ request, device, homes: this.homes, now: this.#options.clock() });
  }
}

/** What a Device nobody has heard of is taken for: the kind the request is usually for, a PPMID where it may be one. */
function likelyTarget(variant: string): DeviceType {
  const { targets = [] } = catalogueRow(variant) ?? {};
  return targets.includes('PPMID') ? 'PPMID' : (targets[0] ?? 'ESME');
}

function asProblem(error: unknown): unknown {
  if (error instanceof CountersignedRequestRefused) {
    const status = error.reason === 'signature' || error.reason === 'another-s1sp' ? 403 : 400;
    return new HttpProblem(status, `The Countersigned Service Request is refused: ${error.message}.`);
  }
  if (error instanceof DocumentRefused)
    return new HttpProblem(400, `The Service Request inside: ${error.message}`);
  if (error instanceof SignatureError)
    return new HttpProblem(403, `The Service Request inside: ${error.message}.`);
  return error;
}

const nothingThere: RequestHandler = () => {
  throw new HttpProblem(404, `There is nothing at this path; requests go to ${S1SP_REQUEST_PATH}.`);
};

function answerError(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    if (error instanceof HttpProblem) {
      log.info('mock S1SP refused', { status: error.status, reason: error.message });
      sendProblem(response, error.status, error.message);
      return;
    }
    const { status } = error as { status?: unknown };
    const code = typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
    log.warn('mock S1SP failed', { status: code, reason: String(error) });
    sendProblem(response, code, 'The request cannot be read.');
  };
}

function sendProblem(response: Response, status: number, detail: string): void {
  response.status(status).type('application/problem+json').send(JSON.stringify({ status, detail }));
}
