import { expect } from 'chai';
import { DCC_ALERT_CODES, type DccAlertRow } from '../../../src/duis/index.js';
import { SCHEMA_MODEL } from '../../../src/duis/generated/schema-model.js';
import { S1SP_ALERT_CODE } from '../../../src/smets1/index.js';

const rows: readonly [string, DccAlertRow][] = Object.entries(DCC_ALERT_CODES);

/** The bodies of a DCC Alert in the order of the DUIS schema. */
const bodies = (): string[] => {
  const type = SCHEMA_MODEL.complex['sr:DCCAlert'];
  return (type?.elements ?? []).map(({ name }) => name);
};

describe('DCC Alert codes', () => {
  it('each stand for one event, with a body of the schema', () => {
    const codes = rows.map(([, { code }]) => code);
    expect(new Set(codes).size).to.equal(codes.length);
    for (const [event, { body }] of rows) expect(bodies(), event).to.include(body);
  });

  it('of one body come before those of the next, as in the schema, by the lowest of each', () => {
    const lowest = new Map<string, number>();
    for (const [, { code, body }] of rows) {
      const number = Number(code.replace(/^\D+/, ''));
      lowest.set(body, Math.min(number, lowest.get(body) ?? Infinity));
    }
    const inOrder = bodies().flatMap((body) => lowest.get(body) ?? []);
    expect(inOrder).to.deep.equal([...inOrder].sort((a, b) => a - b));
  });

  it('have the code with which S1SP Alerts are handed on', () => {
    expect(DCC_ALERT_CODES.s1spAlert.code).to.equal(S1SP_ALERT_CODE);
  });

  it('tell of each event when it is told, how sure its code is, and why', () => {
    for (const [event, { when, mark, source }] of rows) {
      expect(when.length, event).to.be.greaterThan(8);
      expect(source.length, event).to.be.greaterThan(8);
      expect(mark, event).to.be.oneOf(['confirmed', 'inferred']);
    }
  });
});
