import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { templatesDirectory } from '../../src/cli/conformance/reference-request.js';
import { WEB_SERVICES } from '../../src/duis/index.js';
import { signRequest } from '../../src/duis/signature/index.js';
import { GatewayHarness } from './gateway-harness.js';

/** Sample requests that are not accepted, with the code and why. */
const REFUSED: Readonly<Record<string, readonly [code: string, reason: string]>> = {
  'CCS03_8.12.1_SUCCESS': ['E19', 'no backup of the old Communications Hub is known'],
  'CS02fMAC_6.24.1_SUCCESS': ['E1', 'its originator is the Access Control Broker, which is no User'],
  'CS08_11.2_SUCCESS': ['E1', 'its originator is the Access Control Broker, which is no User'],
  'GCS59_8.12.2_SUCCESS': ['E1', 'its originator is the Access Control Broker, which is no User'],
  'ECS42_7.1': ['E12', 'the Pre-Command it answers was not given out by this gateway'],
  'ECS21a_5.1._DCC_SCHEDULED': ['E12', 'schedules (5.1 to 5.3) are not served yet'],
};

/** The web service a request goes to by its Command Variant. */
function pathFor(xml: string): string {
  const commandVariant = Number(/CommandVariant>(\d)</.exec(xml)?.[1]);
  const service = Object.values(WEB_SERVICES).find(({ commandVariants }) =>
    (commandVariants as readonly number[]).includes(commandVariant),
  );
  if (service === undefined) throw new Error(`no web service takes Command Variant ${commandVariant}`);
  return service.path;
}

describe('sample requests for Devices sent to a running gateway', () => {
  let gateway: GatewayHarness;
  before(async () => {
    gateway = await GatewayHarness.start();
    // As clocks are: messages that tell the time count whole seconds.
    gateway.now = new Date('2026-06-01T12:00:00.123Z');
  });
  after(() => gateway.stop());

  let counter = 1_000_000n;
  // The others, named by their Service Reference, are Non-Device Services.
  const files = readdirSync(templatesDirectory()).filter((file) => /^[A-Z].*_REQUEST_DUIS\.XML$/i.test(file));
  for (const file of files) {
    const name = file.replace(/_REQUEST_DUIS/, '').replace(/\.XML$/i, '');
    const [expected, reason] = REFUSED[name] ?? [];
    it(`${name} is ${expected === undefined ? 'accepted' : `refused with ${expected}: ${reason}`}`, async () => {
      const xml = readFileSync(join(templatesDirectory(), file));
      const signed = signRequest(
        xml,
        (originator) => {
          const signer = gateway.credentials.findXmlSigner(originator);
          if (signer === undefined) throw new Error(`no key of ${originator}`);
          return signer;
        },
        counter++,
      );
      const answer = await fetch(`${gateway.gateway.url}${pathFor(xml.toString())}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/xml' },
        body: signed,
      });
      const text = await answer.text();
      const code = /ResponseCode>([^<]+)</.exec(text)?.[1] ?? `${answer.status} ${text}`;
      expect(code).to.be.oneOf(expected === undefined ? ['I0', 'I99'] : [expected]);
    });
  }
});
