import { signRequest } from '../src/duis/signature/index.js';
import { type Eui64, parseEui64 } from '../src/common/eui64.js';
import type { CredentialStore } from '../src/smki/index.js';

const SUPPLIER = parseEui64('90-B3-D5-1F-30-01-00-00');

/** Signed firmware version reads of PPMIDs (11.2), in turn, each with its own Originator Counter. */
export function signedRequests(
  credentials: CredentialStore,
  first: bigint,
  count: number,
  targets: readonly Eui64[],
): Buffer[] {
  return Array.from({ length: count }, (_unused, index) =>
    signRequest(Buffer.from(request(first + BigInt(index), targets[index % targets.length])), () => {
      const identity = credentials.findXmlSigner(SUPPLIER);
      if (identity === undefined) throw new Error('no key of the supplier');
      return identity;
    }),
  );
}

function request(counter: bigint, target: Eui64 | undefined): string {
  return (
    `<sr:Request xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway" schemaVersion="5.4"><sr:Header>` +
    `<sr:RequestID>${SUPPLIER}:${target}:${counter}</sr:RequestID>` +
    `<sr:CommandVariant>1</sr:CommandVariant><sr:ServiceReference>11.2</sr:ServiceReference>` +
    `<sr:ServiceReferenceVariant>11.2</sr:ServiceReferenceVariant></sr:Header>` +
    `<sr:Body><sr:ReadFirmwareVersion/></sr:Body></sr:Request>`
  );
}
