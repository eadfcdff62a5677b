import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { FAULT_KINDS } from '../../src/testing/index.js';
import {
  buildCountersignedServiceRequest,
  S1SP_ALERT_CODE,
  S1SP_DOCUMENT_REASONS,
} from '../../src/smets1/index.js';
import { NOW, parties, PPMID, S1SP, USER } from './s1sp-fixture.js';

describe('docs/smets1.md', () => {
  const text = readFileSync(new URL('../../docs/smets1.md', import.meta.url), 'utf8');

  it('shows a Countersigned Service Request as it is built', async () => {
    const built = buildCountersignedServiceRequest(
      {
        requestId: { originator: USER, target: PPMID, counter: 1000n },
        deviceId: PPMID,
        s1sp: S1SP,
        acceptedAt: NOW,
        supplementaryRemoteParty: { id: USER, counter: 1000n },
        serviceRequest: Buffer.from('<?xml version="1.0"?>'),
      },
      (await parties()).gateway,
    ).toString();
    const shown = /```xml\n(.*?)```/s.exec(text)?.[1] ?? '';
    const upToRequest = (xml: string): string =>
      xml
        .replace(/^<\?xml[^>]*>/, '')
        .replace(/\n\s*/g, '')
        .replace(/(<csr:ServiceRequest>).*/, '$1');
    expect(upToRequest(shown)).to.equal(upToRequest(built));
  });

  it('names every reason for refusing a document, every fault, and the alert code', () => {
    for (const word of [...S1SP_DOCUMENT_REASONS, ...FAULT_KINDS]) expect(text).to.contain(`| \`${word}\``);
    expect(text).to.contain(S1SP_ALERT_CODE);
  });
});
