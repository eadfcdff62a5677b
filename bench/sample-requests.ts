import { signRequest } from '../src/duis/signature/index.js';
import { parseEui64 } from '../src/common/eui64.js';
import type { CredentialStore } from '../src/smki/index.js';

const SUPPLIER = parseEui64('90-B3-D5-1F-30-01-00-00');

/** Signed firmware version reads of a PPMID (11.2), each with its own Originator Counter. */
export function signedRequests(credentials: CredentialStore, first: bigint, count: number): Buffer[] {
  return Array.from({ length: count }, (_unused, index) =>
    signRequest(Buffer.from(request(first + BigInt(index))), () => {
      const identity = credentials.findXmlSigner(SUPPLIER);
      if (identity === undefined) throw new Error('no key of the supplier');
      return identity;
    }),
  );
}

function request(counter: bigint): string {
  return (
    `<sr:Request xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway" schemaVersion="5.4"><sr:Header>` +
    `<sr:RequestID>${SUPPLIER}:00-DB-12-34-56-78-90-A4:${counter}</sr:RequestID>` +
    `<sr:CommandVariant>1</sr:CommandVariant><sr:ServiceReference>11.2</sr:ServiceReference>` +
    `<sr:ServiceReferenceVariant>11.2</sr:ServiceReferenceVariant></sr:Header>` +
    `<sr:Body><sr:ReadFirmwareVersion/></sr:Body></sr:Request>`
  );
}
