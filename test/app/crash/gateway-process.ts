import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Brings `dist` up to date: a compiled gateway starts in a third of the time. */
export async function buildGateway(): Promise<void> {
  const compiler = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url));
  await promisify(execFile)(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: ROOT });
}

/** Ports below those that Linux gives to connections, which would take one while its gateway is not up. */
const PORTS = { from: 20_000, count: 12_000 } as const;

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS.from + Math.floor(Math.random() * PORTS.count);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}

/** A gateway in a process of its own, that can be killed at any moment. */
export class GatewayProcess {
  readonly #exited: Promise<number | null>;
  readonly #child: ChildProcess;
  readonly #started: Promise<void>;

  /**
   * @param environment the settings
   * @param logFile gets what it logs
   */
  constructor(environment: Readonly<Record<string, string>>, logFile: string) {
    const log = openSync(logFile, 'a');
    const child = spawn(process.execPath, ['dist/main.js'], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'] ?? '', ...environment },
      stdio: ['ignore', 'pipe', log],
    });
    closeSync(log);
    this.#child = child;
    this.#exited = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
    this.#started = new Promise((resolve, reject) => {
      let text = '';
      child.stdout?.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
        if (text.includes('first request')) resolve();
      });
      child.once('exit', (code) => reject(new Error(`the gateway ended with ${code}: see ${logFile}`)));
    });
    this.#started.catch(() => undefined);
  }

  /** Resolves when it serves; rejects if it ends before. */
  started(): Promise<void> {
    return this.#started;
  }

  /** Ends it as a failure of power would. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#exited;
  }

  /** Asks it to end. @returns its exit code; null if it was killed by a signal */
  terminate(): Promise<number | null> {
    this.#child.kill('SIGTERM');
    return this.#exited;
  }
}
