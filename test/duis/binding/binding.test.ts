import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import { CodecError } from '../../../src/common/errors.js';
import { bindRequest, readDocument, writeDocument } from '../../../src/duis/binding/index.js';
import type { Request } from '../../../src/duis/generated/service-request-types.js';

const templates = join(
  dirname(createRequire(import.meta.url).resolve('@smartdcc/duis-templates/package.json')),
  'templates',
);

/** Canonical bytes without the placeholder Signature, as the signature check leaves them. */
function canonical(xml: string | Uint8Array): Buffer {
  const document = typeof xml === 'string' ? XmlDocument.fromString(xml) : XmlDocument.fromBuffer(xml);
  try {
    for (const signature of document.find('/*/ds:Signature', { ds: 'http://www.w3.org/2000/09/xmldsig#' })) {
      signature.remove();
    }
    return Buffer.from(document.canonicalizeToString(undefined));
  } finally {
    document.dispose();
  }
}

const request = (body: string, variant = '8.9'): string =>
  `<x:Request xmlns:x="http://www.dccinterface.co.uk/ServiceUserGateway" schemaVersion="5.4"><x:Header>
    <x:RequestID> 90-b3-d5-1f-30-01-00-00:00-db-12-34-56-78-90-a2:18446744073709551615 </x:RequestID>
    <x:FirstInSequence>1</x:FirstInSequence><x:CommandVariant>+01</x:CommandVariant>
    <x:ServiceReference>8.9</x:ServiceReference><x:ServiceReferenceVariant>${variant}</x:ServiceReferenceVariant>
  </x:Header><x:Body>${body}</x:Body></x:Request>`;

describe('binding of Service Requests', () => {
  for (const name of readdirSync(templates).filter((file) => /\.xml$/i.test(file))) {
    it(`reads ${name} and writes it back with the same meaning`, () => {
      const bytes = canonical(readFileSync(join(templates, name)));
      const read = readDocument(bytes, 'sr:Request') as Request;
      const again = readDocument(canonical(writeDocument('sr:Request', read)), 'sr:Request');
      expect(again).to.deep.equal(read);
    });
  }

  it('reads header values in every lexical form the schema allows', () => {
    const bound = bindRequest(canonical(request('<x:ReadDeviceLog/>')));
    expect(bound.requestId).to.deep.equal({
      originator: '90-B3-D5-1F-30-01-00-00',
      target: '00-DB-12-34-56-78-90-A2',
      counter: (1n << 64n) - 1n,
    });
    expect(bound).to.include({ commandVariant: 1, firstInSequence: true, serviceReferenceVariant: '8.9' });
    expect(bound.body.element).to.equal('ReadDeviceLog');
  });

  it('takes a date and time without a zone as UTC', () => {
    const body =
      '<x:ReadFirmwareVersion><x:ExecutionDateTime>2030-01-15T09:00:00.25</x:ExecutionDateTime></x:ReadFirmwareVersion>';
    const { content } = bindRequest(canonical(request(body, '11.2'))).body as {
      content: { ExecutionDateTime: Date };
    };
    expect(content.ExecutionDateTime.toISOString()).to.equal('2030-01-15T09:00:00.250Z');
  });

  it('takes 24:00:00 as the midnight that follows', () => {
    const body =
      '<x:ReadFirmwareVersion><x:ExecutionDateTime>2030-12-31T24:00:00Z</x:ExecutionDateTime></x:ReadFirmwareVersion>';
    const { content } = bindRequest(canonical(request(body, '11.2'))).body as {
      content: { ExecutionDateTime: Date };
    };
    expect(content.ExecutionDateTime.toISOString()).to.equal('2031-01-01T00:00:00.000Z');
  });

  it('gives text back as it was, markup and white space included', () => {
    const message = 'a <b> & "c" \' d\r\n\te &amp;lt; é €';
    const body = { DisplayMessage: { SupplierMessage: message } } as unknown as Request['Body'];
    const header = {
      RequestID: '90-B3-D5-1F-30-01-00-00:00-DB-12-34-56-78-90-A0:1',
      CommandVariant: 1,
      ServiceReference: '3.1',
      ServiceReferenceVariant: '3.1',
    } as const;
    const xml = writeDocument('sr:Request', { schemaVersion: '5.4', Header: header, Body: body });
    const read = readDocument(canonical(xml), 'sr:Request') as Request;
    expect(read.Body.DisplayMessage?.SupplierMessage).to.equal(message);
  });

  it('reads a list of Devices as text, a single Device as an EUI-64', () => {
    const list = '00-DB-12-34-56-78-90-A0,00-db-12-34-56-78-90-A4';
    const body = `<x:UpdatePPMIDFirmware><x:DeviceIDList>${list}</x:DeviceIDList></x:UpdatePPMIDFirmware>`;
    expect(bindRequest(canonical(request(body, '11.4'))).body.content).to.deep.equal({ DeviceIDList: list });
    const join =
      '<x:JoinServiceNonCritical><x:OtherDeviceID>00-db-12-34-56-78-90-a4</x:OtherDeviceID></x:JoinServiceNonCritical>';
    expect(bindRequest(canonical(request(join, '8.7.2'))).body.content).to.deep.equal({
      OtherDeviceID: '00-DB-12-34-56-78-90-A4',
    });
  });

  it('refuses another document', () => {
    expect(() => bindRequest(Buffer.from('<Response></Response>'))).to.throw(CodecError, /not a Request/);
  });

  it('refuses to write what the schema does not have, naming the member', () => {
    const wrong = { schemaVersion: '5.4', Header: {}, Body: {} } as unknown as Request;
    expect(() => writeDocument('sr:Request', wrong)).to.throw(CodecError, 'Request/Header/RequestID');
  });
});
