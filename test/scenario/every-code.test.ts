import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { DCC_ALERT_CODES } from '../../src/duis/alerts/dcc-alert-codes.js';
import { KNOWN_RESPONSE_CODES } from '../../src/duis/response/known-response-codes.js';

const LIBRARY = 'samples/scenarios';

type Written = Readonly<Record<string, unknown>>;

const membersOf = (value: unknown): Written =>
  typeof value === 'object' && value !== null ? (value as Written) : {};

/** What the steps of the library expect: codes of answers, Responses and Alerts. */
function expectedCodes(): Set<unknown> {
  const steps = readdirSync(LIBRARY).flatMap((file) => {
    const { steps } = parse(readFileSync(join(LIBRARY, file), 'utf8')) as { readonly steps: Written[] };
    return steps;
  });
  return new Set(
    steps.flatMap(({ send, repeat, response, alert }) => [
      membersOf(send)['answer'],
      membersOf(send)['response'],
      membersOf(repeat)['answer'],
      membersOf(response)['code'],
      membersOf(alert)['code'] ?? alert,
    ]),
  );
}

/** HTTP statuses of the web services: no RequestID of what is answered so can be trusted. */
const HTTP = ['HTTP 400', 'HTTP 403', 'HTTP 413', 'HTTP 415'];

describe('the library of scenarios', () => {
  const shown = expectedCodes();

  for (const code of Object.keys(KNOWN_RESPONSE_CODES)) {
    it(`shows a request that is answered ${code}`, () => {
      expect(shown).to.include(code);
    });
  }

  for (const status of HTTP) {
    it(`shows a message that is answered ${status}`, () => {
      expect(shown).to.include(status);
    });
  }

  for (const { code, when } of Object.values(DCC_ALERT_CODES)) {
    it(`shows DCC Alert ${code}: ${when}`, () => {
      expect(shown).to.include(code);
    });
  }
});
