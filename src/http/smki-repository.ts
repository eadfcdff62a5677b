import express, { type Express } from 'express';
import { CodecError } from '../common/errors.js';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import type { Logger } from '../common/logger.js';
import { elementValues } from '../duis/element-values/index.js';
import { UnreadableXml } from '../duis/schema/index.js';
import { answerProblem } from './answer-problem.js';
import { HttpProblem } from './problem.js';
import { type RepositoryCertificate, writeCertificate, writeSearchResults } from './smki-answers.js';

/** Where the SMKI repository of DCC Boxed is asked. Source: @smartdcc/dccboxed-keystore 0.4.2, dist/certificateSearch.js. */
export const SMKI_PATHS = {
  search: '/services/certificatesearch',
  retrieve: '/services/retrievecertificate',
} as const;

/** Statuses that its client knows as "nothing found" and "invalid search parameters". Source: as above. */
const NOTHING_FOUND = 402;
const INVALID_SEARCH = 401;

const XML = 'application/xml';
const LARGEST_QUERY = 16_384;

/** What the repository is asked for. */
export interface SmkiRepository {
  certificatesOf(eui: Eui64): readonly RepositoryCertificate[];
  certificateBySerial(serialNumber: bigint): RepositoryCertificate | undefined;
}

/** An Express application that answers as the SMKI repository of DCC Boxed; its API key is not looked at. */
export function createSmkiApp(repository: SmkiRepository, log: Logger): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  const body = express.raw({ type: XML, limit: LARGEST_QUERY });

  app.post(SMKI_PATHS.search, body, (request, response) => {
    const found = search(repository, queryOf(request.body));
    if (found.length === 0) throw new HttpProblem(NOTHING_FOUND, 'No certificate is found.');
    response.setHeader('Content-Type', XML);
    response.end(writeSearchResults(found));
  });
  app.post(SMKI_PATHS.retrieve, body, (request, response) => {
    const found = repository.certificateBySerial(serialOf(queryOf(request.body)));
    if (found === undefined) throw new HttpProblem(NOTHING_FOUND, 'No certificate has this serial number.');
    response.setHeader('Content-Type', XML);
    response.end(writeCertificate(found));
  });
  app.use(() => {
    throw new HttpProblem(404, `POST to ${Object.values(SMKI_PATHS).join(' or ')}.`);
  });
  app.use(answerProblem(log, asProblem, 'The repository failed to answer.'));
  return app;
}

type Query = ReadonlyMap<string, string>;

function queryOf(body: unknown): Query {
  if (!Buffer.isBuffer(body) || body.length === 0) {
    throw new HttpProblem(415, `Send one SMKI query as ${XML}.`);
  }
  return new Map(elementValues(body).map(({ path, value }) => [path, value]));
}

/** An organisation is looked for by its subject name, a Device by its alternative name; each is an EUI-64. */
function search(repository: SmkiRepository, query: Query): readonly RepositoryCertificate[] {
  const [organisation, device] = [
    query.get('CertificateSubjectName'),
    query.get('CertificateSubjectAltName'),
  ];
  const holder = organisation === undefined ? 'device' : 'organisation';
  const name = organisation ?? device;
  if (name === undefined || (organisation !== undefined && device !== undefined)) {
    throw new HttpProblem(INVALID_SEARCH, 'Give either CertificateSubjectName or CertificateSubjectAltName.');
  }
  return repository.certificatesOf(parseEui64(name)).filter((each) => each.holder === holder);
}

function serialOf(query: Query): bigint {
  const text = query.get('CertificateSerial') ?? '';
  if (/^[0-9A-F]{1,40}$/i.test(text)) return BigInt(`0x${text}`);
  throw new HttpProblem(INVALID_SEARCH, 'CertificateSerial has to be a serial number in hexadecimal.');
}

function asProblem(error: unknown): HttpProblem | undefined {
  return error instanceof CodecError || error instanceof UnreadableXml
    ? new HttpProblem(INVALID_SEARCH, `The query cannot be read: ${error.message}.`)
    : undefined;
}
