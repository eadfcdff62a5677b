import { silentLogger } from '../../../src/common/logger.js';
import { formatRequestId, type RequestId } from '../../../src/common/request-id.js';
import { signDocument } from '../../../src/duis/index.js';
import { CredentialStore, boxedKeyStore, signerLookup } from '../../../src/smki/index.js';
import {
  buildCountersignedServiceRequest,
  type CountersignedServiceRequest,
  type S1spDocument,
  S1spDocumentReader,
} from '../../../src/smets1/index.js';
import {
  makeS1spIdentity,
  MOCK_S1SP,
  type MockS1sp,
  type MockS1spOptions,
  type ReceiveResponseService,
  startMockS1sp,
  startReceiveResponseService,
  trustInS1sp,
} from '../../../src/testing/index.js';
import { DEFAULT_LIMITS } from '../../../src/duis/schema/index.js';
import type { Request } from '../../../src/duis/generated/service-request-types.js';
import { schemaPacks } from '../../duis/schema/packs.js';
import { DSP, identity, NOW, SUPPLIER } from '../../duis/signature/signing-fixture.js';
import { writeDocument } from '../../../src/duis/index.js';
import { parseEui64 } from '../../../src/common/eui64.js';

export const HUB = parseEui64('00-DB-12-34-56-78-92-A2');
export const ESME = parseEui64('00-DB-12-34-56-78-92-A0');
export const GSME = parseEui64('00-DB-12-34-56-78-92-A1');
export const PPMID = parseEui64('00-DB-12-34-56-78-92-A4');

/** A mock S1SP and a gateway's inbox that reads as the gateway does. */
export interface Scene {
  readonly mock: MockS1sp;
  readonly inbox: ReceiveResponseService<S1spDocument>;
  /** Posts and resolves to the HTTP status and what is said with it. */
  post(document: Buffer, requestId?: string): Promise<{ status: number; text: string }>;
  /** Sends a signed Service Request, countersigned; resolves to what comes to the inbox. */
  ask(serviceRequest: Buffer): Promise<S1spDocument>;
  stop(): Promise<void>;
}

export async function openScene(over: Partial<MockS1spOptions> = {}): Promise<Scene> {
  const packs = await schemaPacks();
  const mockIdentity = await makeS1spIdentity(MOCK_S1SP, () => NOW);
  // One of the test organisations has had no valid certificate since 2025.
  const policy = { clock: () => NOW, acceptExpired: true };
  const lookup = signerLookup(new CredentialStore([boxedKeyStore(), trustInS1sp(mockIdentity)]), policy);
  const reader = new S1spDocumentReader({
    packs,
    resolveSigner: lookup,
    isS1sp: (eui) => eui === MOCK_S1SP,
    limits: DEFAULT_LIMITS,
  });
  const inbox = await startReceiveResponseService({
    port: 0,
    read: (body) => reader.read(body),
    log: silentLogger,
  });
  const mock = await startMockS1sp({
    port: 0,
    gatewayInboxUrl: () => inbox.url,
    gateway: DSP,
    resolveSigner: signerLookup(new CredentialStore([boxedKeyStore()]), policy),
    packs,
    identity: mockIdentity,
    clock: () => NOW,
    log: silentLogger,
    ...over,
  });
  const post: Scene['post'] = async (document, requestId) => {
    const response = await fetch(mock.url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/xml',
        ...(requestId !== undefined && { 'DUIS-RequestID': requestId }),
      },
      body: new Uint8Array(document),
    });
    return { status: response.status, text: await response.text() };
  };
  return {
    mock,
    inbox,
    post,
    ask: async (serviceRequest) => {
      const { status, text } = await post(countersign(serviceRequest));
      if (status !== 202) throw new Error(`${status}: ${text}`);
      return inbox.next(() => true, 5000);
    },
    stop: async () => {
      await mock.stop();
      await inbox.stop();
    },
  };
}

let counter = 1000n;

/** A signed Service Request of the test supplier, each with a counter of its own. */
export function serviceRequest(
  variant: string,
  target: RequestId['target'],
  body: Request['Body'],
  over: Partial<Pick<RequestId, 'counter'>> = {},
): Buffer {
  const requestId = { originator: SUPPLIER, target, counter: over.counter ?? ++counter };
  const [service = '', reference = ''] = variant.split('.');
  const xml = writeDocument('sr:Request', {
    schemaVersion: '5.4',
    Header: {
      RequestID: formatRequestId(requestId),
      CommandVariant: 1,
      ServiceReference: `${service}.${reference}` as Request['Header']['ServiceReference'],
      ServiceReferenceVariant: variant as Request['Header']['ServiceReferenceVariant'],
    },
    Body: body,
  });
  return signDocument(xml, identity());
}

export function countersign(
  request: Buffer,
  over: Partial<CountersignedServiceRequest> = {},
  signer = identity(DSP),
): Buffer {
  const [, originator = '', target = '', count = ''] =
    /RequestID>([^:<]*):([^:<]*):([^<]*)</.exec(request.toString()) ?? [];
  const requestId = {
    originator: parseEui64(originator),
    target: parseEui64(target),
    counter: BigInt(count),
  };
  return buildCountersignedServiceRequest(
    {
      requestId,
      deviceId: requestId.target,
      s1sp: MOCK_S1SP,
      acceptedAt: NOW,
      serviceRequest: request,
      ...over,
    },
    signer,
  );
}

/** The body of a Response, by its name. */
export function bodyOf(document: S1spDocument): Record<string, unknown> {
  if (document.kind !== 'response') throw new Error(`it is a ${document.kind}`);
  return { ...document.content.Body.ResponseMessage?.SMETSData };
}
