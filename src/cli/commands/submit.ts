import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { systemClock } from '../../common/clock.js';
import { CodecError, ConfigError, PeerError } from '../../common/errors.js';
import { readSettings } from '../../config/index.js';
import { signRequest } from '../../duis/signature/index.js';
import { WEB_SERVICES } from '../../duis/index.js';
import { commandCredentials, reporting } from './certs.js';

const STANDARD_INPUT = 0;

interface Options {
  readonly url?: string;
  readonly keystore?: string;
  readonly sign?: true;
}

/** `duis submit`: sends a Service Request to a gateway and prints the answer. */
export function register(program: Command): void {
  program
    .command('submit')
    .description('send a Service Request to the web service its Command Variant is for, and print the answer')
    .argument('<file>', 'the request, or - for standard input')
    .option('--url <url>', 'the gateway; by default where the settings say it listens')
    .option('--sign', 'sign it first, with a new Originator Counter, so that it can be sent again and again')
    .option('--keystore <directory>', 'for --sign: certificates and keys; by default those the gateway knows')
    .action((file: string, options: Options, command: Command) =>
      reporting(command, async () => {
        const message = await prepare(readFileSync(file === '-' ? STANDARD_INPUT : file), options);
        const answer = await post(urlFor(message, options.url), message);
        process.stdout.write(`${answer.body}\n`);
        if (!answer.accepted) process.exitCode = 1;
      }),
    );
}

async function prepare(request: Buffer, options: Options): Promise<Buffer> {
  if (options.sign !== true) return request;
  const { store } = await commandCredentials(options.keystore);
  return signRequest(
    request,
    (originator) => {
      const identity = store.findXmlSigner(originator);
      if (identity !== undefined) return identity;
      throw new ConfigError('key store', `there is no digital signature key of ${originator}`);
    },
    BigInt(systemClock().getTime()),
  );
}

function urlFor(message: Buffer, base: string | undefined): string {
  const variant = /CommandVariant>\s*\+?0*([1-9])\s*</.exec(message.toString('latin1'))?.[1];
  const service = Object.values(WEB_SERVICES).find(({ commandVariants }) =>
    (commandVariants as readonly number[]).includes(Number(variant)),
  );
  if (service === undefined) {
    throw new CodecError('the document has no CommandVariant from 1 to 8, so no web service takes it');
  }
  return new URL(service.path, base ?? defaultUrl()).href;
}

function defaultUrl(): string {
  const { host, port } = readSettings();
  return `http://${host}:${port}`;
}

async function post(url: string, message: Buffer): Promise<{ body: string; accepted: boolean }> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/xml' },
      body: new Uint8Array(message),
    });
  } catch (error) {
    throw new PeerError(`no gateway answers at ${url}; is it running? (npm start)`, true, { cause: error });
  }
  const body = await response.text();
  const code = /ResponseCode>([^<]*)</.exec(body)?.[1];
  return { body, accepted: response.ok && code !== undefined && !code.startsWith('E') };
}
