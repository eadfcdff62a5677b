import type { EmbeddedGateway } from '../app/start-embedded.js';
import { ACCESS_CONTROL_BROKER } from '../app/assemble-gateway.js';
import { InternalError } from '../common/errors.js';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import type { CommandVariant } from '../duis/index.js';
import { type HttpAnswer, postRequest, serviceRequestText, signedRequest } from '../scenario/index.js';

const SUPPLIER = parseEui64('90-B3-D5-1F-30-01-00-00');

/** What came back for a request. */
export interface Answered extends HttpAnswer {
  readonly requestId: string;
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
    const text = serviceRequestText({ requestId, commandVariant, variant, body });
    const answer = await postRequest(this.embedded, signedRequest(this.embedded, text));
    return { requestId, ...answer };
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
