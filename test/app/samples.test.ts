import { expect } from 'chai';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type EmbeddedGateway, startEmbedded } from '../../src/app/start-embedded.js';
import { throwawaySettings } from '../../src/app/throwaway-settings.js';
import { silentLogger } from '../../src/common/logger.js';
import { WEB_SERVICES } from '../../src/duis/index.js';
import { signRequest } from '../../src/duis/signature/index.js';

const folder = fileURLToPath(new URL('../../samples/requests/', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.xml'));

describe('samples', () => {
  let dir: string;
  let embedded: EmbeddedGateway;

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'samples-'));
    const settings = throwawaySettings(dir);
    embedded = await startEmbedded(settings, { log: silentLogger });
  });

  after(async () => {
    await embedded.stop();
    rmSync(dir, { recursive: true });
  });

  for (const [index, file] of files.entries()) {
    const text = readFileSync(join(folder, file), 'utf8');
    const [, shows, expected] = /<!-- (.*) Expected: (.*) -->/.exec(text) ?? [];

    it(`${file}: ${shows ?? 'says what it shows'}`, async () => {
      expect(expected, 'a comment that tells what it shows and what is expected').to.not.equal(undefined);
      const response = await post(file, text, BigInt(1000 + index));
      const answer = await response.text();
      const code = /ResponseCode>([^<]*)</.exec(answer)?.[1] ?? `HTTP ${response.status}`;
      expect(code, answer).to.equal(expected);
    });
  }

  /** Files named `.signed.xml` go as they are; the others are signed here, unless they cannot be read even for that. */
  function post(file: string, text: string, counter: bigint): Promise<Response> {
    const variant = Number(/CommandVariant>(\d)</.exec(text)?.[1]);
    const service = Object.values(WEB_SERVICES).find(({ commandVariants }) =>
      (commandVariants as readonly number[]).includes(variant),
    );
    const body =
      file.endsWith('.signed.xml') || text.includes('<!DOCTYPE') ? Buffer.from(text) : sign(text, counter);
    return fetch(embedded.gateway.url + (service?.path ?? ''), {
      method: 'POST',
      headers: { 'Content-Type': 'application/xml' },
      body: new Uint8Array(body),
    });
  }

  function sign(text: string, counter: bigint): Buffer {
    return signRequest(
      Buffer.from(text),
      (originator) => {
        const identity = embedded.credentials.findXmlSigner(originator);
        if (identity === undefined) throw new Error(`no key of ${originator}`);
        return identity;
      },
      counter,
    );
  }
});
