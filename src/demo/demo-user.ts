import type { EmbeddedGateway } from '../app/start-embedded.js';
import { ACCESS_CONTROL_BROKER } from '../app/assemble-gateway.js';
import { InternalError } from '../common/errors.js';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import {
  catalogueRow,
  type CommandVariant,
  serviceReferenceOf,
  signDocument,
  WEB_SERVICES,
} from '../duis/index.js';

const SUPPLIER = parseEui64('90-B3-D5-1F-30-01-00-00');

/** What came back for a request. */
export interface Answered {
  readonly requestId: string;
  /** Response Code of the answer in the HTTP reply. */
  readonly code: string;
  /** The whole answer, XML. */
  readonly text: string;
}

/** A supplier's system in small: signs requests, posts them, takes Service Responses. */
export class DemoUser {
  #counter = BigInt(Date.now());

  constructor(private readonly embedded: EmbeddedGateway) {}

  /**
   * Sends a Service Request.
   * @param target the Device, or undefined for a Non-Device Service
   * @param body content of the Body as XML
   */
  async send(variant: string, target: Eui64 | undefined, body: string): Promise<Answered> {
    const commandVariant: CommandVariant = target === undefined ? 8 : 1;
    const requestId = `${SUPPLIER}:${target ?? ACCESS_CONTROL_BROKER}:${this.#counter++}`;
    const xml =
      `<sr:Request xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway" schemaVersion="5.4"><sr:Header>` +
      `<sr:RequestID>${requestId}</sr:RequestID><sr:CommandVariant>${commandVariant}</sr:CommandVariant>` +
      `<sr:ServiceReference>${serviceReferenceOf(variant)}</sr:ServiceReference>` +
      `<sr:ServiceReferenceVariant>${variant}</sr:ServiceReferenceVariant></sr:Header>` +
      `<sr:Body><sr:${elementOf(variant)}>${body}</sr:${elementOf(variant)}></sr:Body></sr:Request>`;
    const identity = this.embedded.credentials.findXmlSigner(SUPPLIER);
    if (identity === undefined) throw new InternalError(`no key of ${SUPPLIER}`);
    const { path } = WEB_SERVICES[target === undefined ? 'non-device' : 'send-command'];
    const response = await fetch(this.embedded.gateway.url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/xml' },
      body: new Uint8Array(signDocument(xml, identity)),
    });
    const text = await response.text();
    return { requestId, code: valueOf('ResponseCode', text) ?? `HTTP ${response.status}`, text };
  }

  /** The Service Response to a request that was acknowledged. */
  async response(requestId: string): Promise<string> {
    const { user } = this.embedded;
    if (user === undefined) throw new InternalError('no Receive Response Service');
    return user.next((text) => valueOf('RequestID', text) === requestId, 10_000);
  }
}

/** Text of the first element of that name. */
export function valueOf(element: string, xml: string): string | undefined {
  return new RegExp(`<(?:[^\\s<>/:]+:)?${element}>([^<]*)<`).exec(xml)?.[1];
}

function elementOf(variant: string): string {
  const row = catalogueRow(variant);
  if (row === undefined) throw new InternalError(`no Service Reference Variant ${variant}`);
  return row.element;
}
