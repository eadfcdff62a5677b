import Database from 'better-sqlite3';
import { diffieHellman, sign, verify } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPair } from '../src/smki/index.js';
import { microseconds, microsecondsAsync } from './measure.js';

/** What the unavoidable work of one request costs on this machine, in microseconds. */
export interface Floors {
  readonly ecdsaVerify: number;
  readonly ecdsaSign: number;
  readonly ecdh: number;
  readonly httpReply: number;
  readonly durableInsert: number;
  /** A row's share of a durable transaction of 32. */
  readonly durableInsertInGroup: number;
}

export async function measureFloors(): Promise<Floors> {
  return { ...measureCrypto(), ...measureInserts(), httpReply: await measureHttp() };
}

function measureCrypto(): Pick<Floors, 'ecdsaVerify' | 'ecdsaSign' | 'ecdh'> {
  const own = generateKeyPair();
  const peer = generateKeyPair();
  const message = Buffer.alloc(1000, 7);
  const key = { key: own.privateKey, dsaEncoding: 'ieee-p1363' as const };
  const signature = sign('sha256', message, key);
  const publicKey = { key: own.publicKey, dsaEncoding: 'ieee-p1363' as const };
  return {
    ecdsaVerify: microseconds(() => verify('sha256', message, publicKey, signature)),
    ecdsaSign: microseconds(() => sign('sha256', message, key)),
    ecdh: microseconds(() => diffieHellman({ privateKey: own.privateKey, publicKey: peer.publicKey })),
  };
}

function measureInserts(): Pick<Floors, 'durableInsert' | 'durableInsertInGroup'> {
  const dir = mkdtempSync(join(tmpdir(), 'floor-'));
  try {
    const database = new Database(join(dir, 'floor.sqlite'));
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.exec('create table rows (id integer primary key, body blob)');
    const insert = database.prepare('insert into rows (body) values (?)');
    const body = Buffer.alloc(2000, 7);
    const group = database.transaction(() => {
      for (let i = 0; i < 32; i++) insert.run(body);
    });
    const result = {
      durableInsert: microseconds(() => insert.run(body)),
      durableInsertInGroup: microseconds(() => group()) / 32,
    };
    database.close();
    return result;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

async function measureHttp(): Promise<number> {
  const reply = Buffer.alloc(1500, 0x20);
  const server = createServer((incoming, response) => {
    incoming.resume();
    incoming.on('end', () => response.end(reply));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const agent = new Agent({ keepAlive: true });
  const { port } = server.address() as AddressInfo;
  const body = Buffer.alloc(2000, 0x20);
  try {
    return await microsecondsAsync(
      () =>
        new Promise((resolve, reject) => {
          request({ host: '127.0.0.1', port, method: 'POST', agent }, (response) => {
            response.resume();
            response.on('end', resolve);
          })
            .on('error', reject)
            .end(body);
        }),
    );
  } finally {
    agent.destroy();
    server.close();
  }
}
