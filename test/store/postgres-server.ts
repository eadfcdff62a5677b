import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const INSTALLED = '/usr/lib/postgresql';

/** Folder of the server's programs; undefined where PostgreSQL is not installed. */
export const POSTGRES_PROGRAMS: string | undefined = (existsSync(INSTALLED) ? readdirSync(INSTALLED) : [])
  .sort((a, b) => Number(b) - Number(a))
  .map((version) => join(INSTALLED, version, 'bin'))
  .find((folder) => existsSync(join(folder, 'initdb')));

export interface PostgresServer {
  /** URL of a database. */
  readonly url: (database: string) => string;
  /** Ends it at once; resolves when it has ended. */
  readonly stop: () => Promise<void>;
}

export interface PostgresServerOptions {
  /** Whether commits wait for the disk; tests need not. */
  readonly durable?: boolean;
}

/** Starts a server in a temporary folder on a free port of this machine; it ends with this process. */
export async function startPostgres({
  durable = false,
}: PostgresServerOptions = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'duis-postgres-'));
  const data = join(folder, 'data');
  const port = await freePort();
  const asUser = serverUser(folder);
  const [initdb, initdbArguments] = asUser('initdb', [
    '-D',
    data,
    '-U',
    'duis',
    '-N',
    '--no-locale',
    '-E',
    'UTF8',
  ]);
  execFileSync(initdb, initdbArguments, { stdio: 'ignore' });
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    fsync: durable ? 'on' : 'off',
    max_connections: '200',
    shared_buffers: '64MB',
  };
  const [server, serverArguments] = asUser('postgres', [
    '-D',
    data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  const child = spawn(server, serverArguments, { stdio: 'ignore', cwd: folder });
  const end = (): void => {
    // At once, without a checkpoint: nothing is kept.
    child.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  process.on('exit', end);
  const stop = async (): Promise<void> => {
    process.off('exit', end);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    end();
    await ended;
  };
  child.unref();
  const url = (database: string): string => `postgres://duis@127.0.0.1:${port}/${database}`;
  await accepting(url('postgres'), child);
  return { url, stop };
}

/** The server refuses to run as root: there it runs as the user its package has made. */
function serverUser(folder: string): (program: string, given: string[]) => [string, string[]] {
  const programs = POSTGRES_PROGRAMS;
  if (programs === undefined) throw new Error('PostgreSQL is not installed');
  if (process.getuid?.() !== 0) return (program, given) => [join(programs, program), given];
  const [uid, gid] = ['-u', '-g'].map((option) =>
    Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' })),
  ) as [number, number];
  chownSync(folder, uid, gid);
  const become = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  return (program, given) => ['setpriv', [...become, join(programs, program), ...given]];
}

async function accepting(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`the PostgreSQL server has ended: ${server.exitCode}`);
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
