import { join } from 'node:path';
import type { Command } from 'commander';
import { systemClock } from '../../common/clock.js';
import { GatewayError } from '../../common/errors.js';
import { parseEui64 } from '../../common/eui64.js';
import { readSettings } from '../../config/index.js';
import {
  type Credential,
  CredentialStore,
  DEVICES_FOLDER,
  generateDevicePki,
  keyStoreDirectory,
  openCredentials,
  type OpenedCredentials,
} from '../../smki/index.js';

/** The credentials a command works with: those of a directory it names, or those the gateway would have. */
export async function commandCredentials(keystore?: string): Promise<OpenedCredentials> {
  if (keystore !== undefined) {
    const source = keyStoreDirectory(keystore);
    return { store: new CredentialStore([source]), remarks: source.remarks };
  }
  const { certs_dir: directory, test_credentials: testCredentials } = readSettings();
  return openCredentials({ directory, testCredentials });
}

/** `duis certs`: makes and lists credentials. */
export function register(program: Command): void {
  const certs = program.command('certs').description('make and list certificates and keys');

  certs
    .command('generate')
    .description('make a PKI for virtual Devices: a root, an issuing authority, two certificates a Device')
    .requiredOption('--device <eui...>', 'EUI-64 of a Device; several may follow')
    .option(
      '--dir <directory>',
      `where to put it; by default '${DEVICES_FOLDER}' in the certificates directory`,
    )
    .option('--force', 'replace the certificates and keys a Device has there', false)
    .action((options: { device: string[]; dir?: string; force: boolean }, command: Command) => {
      reporting(command, () => {
        const directory = options.dir ?? join(readSettings().certs_dir, DEVICES_FOLDER);
        const devices = [...new Set(options.device.map(parseEui64))];
        generateDevicePki({ devices, directory, existing: options.force ? 'replace' : 'refuse' });
        console.log(`${directory}: certificates and keys of ${devices.join(', ')}`);
      });
    });

  certs
    .command('list')
    .description('list the credentials the gateway knows, or those of one directory')
    .option('--dir <directory>', 'a directory of certificates and keys')
    .action(async (options: { dir?: string }, command: Command) => {
      await reporting(command, async () => {
        const { store, remarks } = await commandCredentials(options.dir);
        for (const row of table([HEADINGS, ...store.all().map((entry) => describe(entry, store))])) {
          console.log(row);
        }
        for (const remark of remarks) console.error(`note: ${remark}`);
      });
    });
}

const HEADINGS = [
  'EUI-64',
  'usage',
  'key',
  'role',
  'valid until',
  'trust',
  'issuer',
  'serial number',
  'name',
];

function describe(entry: Credential, store: CredentialStore): string[] {
  const { certificate } = entry;
  const key = entry.privateKey === undefined ? '-' : 'yes';
  if (certificate === undefined) {
    return [entry.eui, entry.usage, key, '-', '-', 'bare key', '-', '-', entry.name];
  }
  const expired = certificate.notAfter.getTime() < systemClock().getTime() ? ' (past)' : '';
  return [
    entry.eui,
    entry.usage,
    key,
    certificate.role?.name ?? certificate.holder,
    certificate.notAfter.toISOString().slice(0, 10) + expired,
    store.standing(certificate).state,
    certificate.issuerName,
    certificate.serialNumber.toString(),
    entry.name,
  ];
}

function table(rows: readonly string[][]): string[] {
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Turns what a user can mend into one line on standard error and exit code 1. */
export function reporting<T>(command: Command, action: () => T): T {
  const fail = (error: unknown): never => {
    const expected = error instanceof GatewayError || (error instanceof Error && 'syscall' in error);
    if (expected) return command.error(`duis: ${error.message}`);
    throw error;
  };
  try {
    const result = action();
    return result instanceof Promise ? (result.catch(fail) as T) : result;
  } catch (error) {
    return fail(error);
  }
}
