import { readSettings } from '../src/config/index.js';
import { parseEui64 } from '../src/common/eui64.js';
import { systemClock } from '../src/common/clock.js';
import { ServiceRequestReader, ServiceResponses } from '../src/duis/index.js';
import { SchemaPacks, schemaVersionOf, withDocument } from '../src/duis/schema/index.js';
import { verifyDocumentSignature } from '../src/duis/signature/index.js';
import { CommandProtection } from '../src/dispatch/index.js';
import { transform, type TransformContext } from '../src/gbcs/index.js';
import { signerLookup } from '../src/smki/index.js';
import { startBenchGateway } from './bench-gateway.js';
import type { Floors } from './floors.js';
import { microseconds, microsecondsAsync } from './measure.js';
import { signedRequests } from './sample-requests.js';

const ACB = parseEui64('90-B3-D5-1F-30-00-00-02');
const PPMID = parseEui64('00-DB-12-34-56-78-90-A4');
const LIMITS = { maxBytes: 16_777_216, maxDepth: 64 };
const JOURNAL_GROUP = 32;

/** Microseconds of each stage one request goes through, beside what its unavoidable part costs. */
export async function benchStages(floors: Floors): Promise<void> {
  const bench = await startBenchGateway();
  try {
    const { credentials, inventory, store } = bench;
    const packs = SchemaPacks.load(readSettings().xsd_dir);
    const resolveSigner = signerLookup(credentials, { clock: systemClock, acceptExpired: true });
    const [message] = signedRequests(credentials, 1n, 1, [PPMID]);
    if (message === undefined) throw new Error('no request');
    const reader = new ServiceRequestReader({ packs, resolveSigner, limits: LIMITS });
    const { request } = reader.read(message);
    const identity = credentials.findXmlSigner(ACB);
    if (identity === undefined) throw new Error('no key of the DCC');
    const responses = new ServiceResponses(identity, systemClock, () => true);
    const protection = new CommandProtection(credentials, ACB);
    const context: TransformContext = {
      accessControlBroker: ACB,
      accessControlBrokerCounter: 1n,
      device: () => ({ deviceType: 'PPMID' }),
      keyAgreementCertificate: () => undefined,
    };

    const parseAndSchema = microseconds(() =>
      withDocument(message, LIMITS, (document) => packs.validate(document, schemaVersionOf(document) ?? '')),
    );
    const checked = microseconds(() =>
      withDocument(message, LIMITS, (document) => {
        packs.validate(document, schemaVersionOf(document) ?? '');
        verifyDocumentSignature(document, resolveSigner, { expectedSigner: 'originator' });
      }),
    );
    const read = microseconds(() => reader.read(message));
    const lookup = await microsecondsAsync(() => inventory.find(PPMID));
    const built = microseconds(() => {
      const result = transform(request, context);
      protection.protect(result.message, result.protection);
    });
    let counter = 0;
    const journal =
      (await microsecondsAsync(() =>
        Promise.all(
          Array.from({ length: JOURNAL_GROUP }, () =>
            store.journal.record({
              requestId: `90-B3-D5-1F-30-01-00-00:00-DB-12-34-56-78-90-A0:${counter++}`,
              kind: 'service-request',
              originator: 'a',
              target: 'b',
              commandVariant: 1,
              serviceReferenceVariant: '11.2',
              receivedAt: new Date(),
              request: message,
            }),
          ),
        ),
      )) / JOURNAL_GROUP;
    const sign = microseconds(() => responses.answer(request, 'I99'));

    const rows: [string, number, string, number | undefined][] = [
      ['parse + schema', parseAndSchema, '', undefined],
      ['parse + schema + signature', checked, 'bare ECDSA verify', floors.ecdsaVerify],
      ['the same, bound to types', read, 'bare ECDSA verify', floors.ecdsaVerify],
      ['inventory lookup', lookup, '', undefined],
      ['transform + MAC, secret known', built, '', undefined],
      ['the same, new Device', built + floors.ecdh, 'bare ECDH', floors.ecdh],
      [`journal, ${JOURNAL_GROUP} at once`, journal, 'bare insert in a group', floors.durableInsertInGroup],
      ['build + sign the answer', sign, 'bare ECDSA sign', floors.ecdsaSign],
    ];
    console.log(`${'stage'.padEnd(32)}${'µs'.padStart(8)}   floor`);
    for (const [name, cost, floor, least] of rows) {
      const beside =
        least === undefined ? '' : `${floor} ${least.toFixed(1)} µs, ${(cost / least).toFixed(1)} times`;
      console.log(`${name.padEnd(32)}${cost.toFixed(1).padStart(8)}   ${beside}`);
    }
    console.log(`${'bare node:http reply'.padEnd(32)}${floors.httpReply.toFixed(1).padStart(8)}`);
    console.log(`${'bare durable insert'.padEnd(32)}${floors.durableInsert.toFixed(1).padStart(8)}`);
    packs.dispose();
  } finally {
    await bench.stop();
  }
}
