import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { DCC_ALERT_CODES, type DccAlertEvent } from '../../src/duis/index.js';
import type { VirtualHan } from '../../src/wan/index.js';
import { ALERT_OCCASIONS } from './alert-occasions.js';
import { expectSound } from './document-judge.js';
import { GatewayHarness } from './gateway-harness.js';
import { connect, speak } from './user-requests.js';

const EVENTS = Object.keys(DCC_ALERT_CODES) as DccAlertEvent[];
const MISMATCH = DCC_ALERT_CODES.duisVersionMismatch.code;

const codeOf = (document: string): string | undefined => /<sr:DCCAlertCode>([^<]*)</.exec(document)?.[1];

describe('DCC Alerts of a running gateway', () => {
  let home: GatewayHarness;
  let han: VirtualHan | undefined;
  beforeEach(async () => (home = await GatewayHarness.start()));
  afterEach(async () => {
    han?.stop();
    han = undefined;
    await home.stop();
  });

  /** Has an event happen. @returns the document the User gets, and all it got so far */
  async function raise(event: DccAlertEvent, wanted: readonly string[]): Promise<string> {
    const occasion = ALERT_OCCASIONS[event] ?? expect.fail(`nothing is known to raise ${event}`);
    await occasion(home, async () => (han = await connect(home)));
    await home.settled();
    return home.user.next((document) => wanted.includes(codeOf(document) ?? ''));
  }

  for (const event of EVENTS) {
    const { code, body } = DCC_ALERT_CODES[event];
    it(`${code} tells of ${event}, in a signed document the schema allows`, async () => {
      const document = await raise(event, [code]);
      expect(document).to.contain(`<sr:${body}>`);
      await expectSound(document, code === MISMATCH ? '5.1' : '5.4', home);
    });

    it(`${code} for ${event} is told in 5.1 to a User of that version, or that it cannot be`, async () => {
      await speak(home, '5.1');
      const document = await raise(event, [code, MISMATCH]);
      await expectSound(document, '5.1', home);
      if (codeOf(document) === MISMATCH && code !== MISMATCH) {
        expect(document).to.contain(`<sr:DCCAlertVersionMismatch><sr:DCCAlertCode>${code}</sr:DCCAlertCode>`);
      } else expect(document).to.contain(`<sr:${body}>`);
    });
  }

  it('are of events that the gateway raises somewhere', () => {
    const src = fileURLToPath(new URL('../../src/', import.meta.url));
    const text = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('dcc-alert-codes.ts'))
      .map((name) => readFileSync(join(src, name), 'utf8'))
      .join('\n');
    const unused = EVENTS.filter((event) => !new RegExp(`\\b${event}\\b`).test(text));
    expect(unused).to.deep.equal([]);
  });
});
