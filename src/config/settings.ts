import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ConfigError } from '../common/errors.js';
import { eui64Setting, readS1spsFile, s1spsSetting } from './s1sps.js';

const port = z.coerce.number().int().min(0).max(65535);
const bytes = z.coerce.number().int().positive();
const milliseconds = z.coerce.number().int().positive();
const yesOrNo = z
  .union([z.boolean(), z.enum(['yes', 'no', 'true', 'false', '1', '0'])])
  .transform((value) => value === true || value === 'yes' || value === 'true' || value === '1');

/** The `xsd` folder of this package, wherever it is run from. */
const PACKAGED_SCHEMAS = fileURLToPath(new URL('../../xsd', import.meta.url));

/** Every setting: its type, default and meaning. The environment variable is the name in upper case after `DUIS_`. */
const SCHEMA = z
  .object({
    host: z.string().min(1).default('127.0.0.1').describe('Address the DUIS web services listen on'),
    port: port.default(8079).describe('Port of the DUIS web services; 0 takes any free one'),
    database: z
      .string()
      .min(1)
      .default('data/gateway.sqlite')
      .describe(
        'SQLite file, :memory:, or postgres://USER:PASSWORD@HOST:PORT/DATABASE; DATABASE_URL counts where this is not set',
      ),
    xsd_dir: z.string().min(1).default(PACKAGED_SCHEMAS).describe('Folder of the schema packs'),
    certs_dir: z
      .string()
      .min(1)
      .default('certs/local')
      .describe('Folder of your own credentials, laid out as certs/README.md says'),
    test_credentials: yesOrNo
      .default(true)
      .describe('Trust the ZAZ1 test organisations of the installed key store package'),
    accept_expired: yesOrNo
      .default(true)
      .describe('Accept certificates past their end date: most of the published test set has expired'),
    users_file: z
      .string()
      .min(1)
      .optional()
      .describe('JSON file of Users and registrations; without it the test organisations'),
    unregistered_meter_points: z
      .enum(['open', 'refuse'])
      .default('open')
      .describe(
        'Meter points without registration data: open to any User in a fitting role, or refused to all',
      ),
    smki_port: port.default(8083).describe('Port of the SMKI repository; 0 takes any free one'),
    admin_host: z.string().min(1).default('127.0.0.1').describe('Address the admin API listens on'),
    admin_port: port.default(8081).describe('Port of the admin API; 0 takes any free one'),
    admin_token: z
      .string()
      .min(16, 'has to have 16 characters at least')
      .optional()
      .describe('Bearer token of the admin API; without it only this machine is served'),
    log_level: z
      .enum(['error', 'warn', 'info', 'debug'])
      .default('info')
      .describe('Least severe line logged'),
    max_body_bytes: bytes.default(16_777_216).describe('Largest request body'),
    body_timeout_ms: milliseconds.default(10_000).describe('Longest time a request may take to arrive'),
    max_in_flight: z.coerce
      .number()
      .int()
      .positive()
      .default(512)
      .describe('Requests handled at once; more get 503'),
    max_connections: z.coerce
      .number()
      .int()
      .positive()
      .default(2048)
      .describe('Connections at once; further ones are closed unanswered'),
    shutdown_ms: milliseconds.default(10_000).describe('Longest wait for work in hand when stopping'),
    retry_limit: z.coerce
      .number()
      .int()
      .min(1)
      .default(6)
      .describe('Attempts to reach an S1SP, Device or User before giving up'),
    retry_delay_ms: milliseconds.default(500).describe('First pause between attempts; it doubles each time'),
    retry_max_delay_ms: milliseconds.default(60_000).describe('Longest pause between attempts'),
    circuit_failures: z.coerce
      .number()
      .int()
      .min(1)
      .default(5)
      .describe('Failures in a row after which a destination is left alone for a growing pause'),
    peer_timeout_ms: milliseconds
      .default(10_000)
      .describe('Longest wait for the answer of an S1SP or a User'),
    answer_timeout_ms: milliseconds
      .default(60_000)
      .describe('Longest wait for the Response of a Device or S1SP that took a request'),
    claim_ms: milliseconds
      .default(30_000)
      .describe(
        'Of several gateways on one database: how long work taken up is left to the one that has it; longer than peer_timeout_ms',
      ),
    future_dating_limit_days: z.coerce
      .number()
      .int()
      .positive()
      .default(3650)
      .describe('How many days ahead a request may be dated; the limit of DUIS could not be read'),
    s1sp_url: z
      .url()
      .optional()
      .describe('Where Countersigned Service Requests go; the embedded mock if absent'),
    s1sp_id: eui64Setting
      .default('90-B3-D5-1F-30-00-05-01')
      .describe('EUI-64 of the S1SP; its certificate is looked up in the certificates folder'),
    s1sps: s1spsSetting
      .optional()
      .describe(
        'Several S1SPs instead, as a JSON list of { name, id, url }; the name is that in the inventory',
      ),
    s1sps_file: z.string().min(1).optional().describe('JSON file of that list'),
    wan_url: z
      .url()
      .optional()
      .describe('Base URL of a network of your own that takes Commands; virtual Devices if absent'),
    wan_token: z
      .string()
      .min(16, 'has to have 16 characters at least')
      .optional()
      .describe('Bearer token sent to that network and asked of it; without it only this machine may post'),
    embedded: yesOrNo.default(true).describe('Run a mock S1SP, a Receive Response Service and seeded homes'),
    s1sp_port: port.default(8085).describe('Port of the embedded mock S1SP'),
    receive_response_port: port.default(8086).describe('Port of the embedded Receive Response Service'),
  })
  .strict();

export type Settings = z.output<typeof SCHEMA>;

/** Name, default and meaning of each setting, for `--help` and the documentation. */
export function describeSettings(): { name: string; variable: string; meaning: string }[] {
  return Object.entries(SCHEMA.shape).map(([name, type]) => ({
    name,
    variable: variableOf(name),
    meaning: type.description ?? '',
  }));
}

/**
 * Reads every setting once: environment over the JSON file named by `DUIS_CONFIG` over the defaults.
 * @throws ConfigError naming the first setting that cannot be used
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const file = environment['DUIS_CONFIG'];
  const values: Record<string, unknown> = file === undefined ? {} : readFile(file);
  for (const name of Object.keys(SCHEMA.shape)) {
    const value = environment[variableOf(name)];
    if (value !== undefined) values[name] = value;
  }
  if (values['database'] === undefined && environment['DATABASE_URL'] !== undefined) {
    values['database'] = environment['DATABASE_URL'];
  }
  for (const variable of Object.keys(environment)) {
    if (/^DUIS_/.test(variable) && variable !== 'DUIS_CONFIG' && !(nameOf(variable) in SCHEMA.shape)) {
      throw new ConfigError(
        variable,
        `no such setting; known are ${Object.keys(SCHEMA.shape).map(variableOf).join(', ')}`,
      );
    }
  }
  const parsed = SCHEMA.safeParse(values);
  if (parsed.success) return withS1sps(parsed.data, values);
  const issue = parsed.error.issues[0];
  const unknownKeys =
    issue?.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys.join(', ') : undefined;
  throw new ConfigError(
    unknownKeys ?? variableOf(String(issue?.path[0])),
    [...(issue?.path.slice(1) ?? []), issue?.message ?? 'cannot be used'].join(' '),
  );
}

/** The list of S1SPs in its file; that it is given in one way only is checked on what the operator wrote. */
function withS1sps(settings: Settings, given: Readonly<Record<string, unknown>>): Settings {
  const { s1sps_file: file } = settings;
  const [list] = ['s1sps_file', 's1sps'].filter((name) => given[name] !== undefined);
  const others = ['s1sps', 's1sp_url', 's1sp_id'].filter(
    (name) => name !== list && given[name] !== undefined,
  );
  const [other] = others;
  if (list !== undefined && other !== undefined) {
    throw new ConfigError(variableOf(other), `cannot be set beside ${variableOf(list)}`);
  }
  return file === undefined ? settings : { ...settings, s1sps: [...readS1spsFile(file)] };
}

function variableOf(name: string): string {
  return `DUIS_${name.toUpperCase()}`;
}

function nameOf(variable: string): string {
  return variable.slice('DUIS_'.length).toLowerCase();
}

function readFile(path: string): Record<string, unknown> {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) return { ...content };
  } catch (error) {
    throw new ConfigError('DUIS_CONFIG', `'${path}' cannot be read as JSON: ${(error as Error).message}`);
  }
  throw new ConfigError('DUIS_CONFIG', `'${path}' has to hold one JSON object of settings`);
}
