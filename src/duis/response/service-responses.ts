import type { Clock } from '../../common/clock.js';
import { formatRequestId, responseIdFor } from '../../common/request-id.js';
import type { Response, ResponseCode, ResponseMessage } from '../generated/service-response-types.js';
import { RESPONSE_CODES } from '../generated/service-response-types.js';
import { InternalError } from '../../common/errors.js';
import { type SigningIdentity, signDocument } from '../signature/index.js';
import { writeDocument } from '../binding/index.js';
import type { ServiceRequest } from '../service-request.js';

/** What a ResponseMessage may carry besides the references: at most one member. */
export type ResponseContent = Omit<ResponseMessage, 'ServiceReference' | 'ServiceReferenceVariant'>;

/** The parts of a Service Request that its Responses repeat. */
export type Answered = Pick<
  ServiceRequest,
  'schemaVersion' | 'requestId' | 'serviceReference' | 'serviceReferenceVariant'
>;

/** DUIS version of what reaches a User that did not ask for it. */
export const UNASKED_VERSION = '5.4';

/** Builds Service Responses and signs them as the DCC. */
export class ServiceResponses {
  constructor(
    private readonly identity: SigningIdentity,
    private readonly clock: Clock,
  ) {}

  /** The answer in the HTTP reply: acknowledgement, refusal, or the whole result of a synchronous request. */
  answer(request: Answered, responseCode: string, content: ResponseContent = {}): Buffer {
    return this.sign(this.#message(request, responseCode, content, false));
  }

  /** The final result of an asynchronous request; it has a ResponseID. */
  result(request: Answered, responseCode: string, content: ResponseContent = {}): Buffer {
    return this.sign(this.#message(request, responseCode, content, true));
  }

  /**
   * What a User gets that did not ask for it: an Alert of a Device.
   * @param alertCode 16 bits
   * @param payload the GBCS message as the Device sent it
   */
  deviceAlert(alertCode: number, payload: Buffer): Buffer {
    const AlertCode = Buffer.alloc(2);
    AlertCode.writeUInt16BE(alertCode);
    return this.sign({
      schemaVersion: UNASKED_VERSION,
      // Clients take any other code than I0 for an error.
      Header: { ResponseCode: 'I0', ResponseDateTime: this.clock() },
      Body: { DeviceAlertMessage: { AlertCode, GBCSPayload: payload } },
    });
  }

  /** @param response a typed Response or XML that holds one */
  sign(response: Response | string): Buffer {
    const xml = typeof response === 'string' ? response : writeDocument('sr:Response', response);
    return signDocument(xml, this.identity);
  }

  #message(request: Answered, code: string, content: ResponseContent, final: boolean): Response {
    return {
      schemaVersion: request.schemaVersion,
      Header: {
        RequestID: formatRequestId(request.requestId),
        ...(final && { ResponseID: formatRequestId(responseIdFor(request.requestId)) }),
        ResponseCode: asResponseCode(code),
        ResponseDateTime: this.clock(),
      },
      Body: {
        ResponseMessage: {
          ServiceReference: request.serviceReference as ResponseMessage['ServiceReference'],
          ServiceReferenceVariant:
            request.serviceReferenceVariant as ResponseMessage['ServiceReferenceVariant'],
          ...content,
        },
      },
    };
  }
}

/** A Response with a code outside the schema's list would not validate at the User. */
function asResponseCode(code: string): ResponseCode {
  if ((RESPONSE_CODES as readonly string[]).includes(code)) return code as ResponseCode;
  throw new InternalError(`'${code}' is not a DUIS Response Code`);
}
