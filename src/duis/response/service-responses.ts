import type { Clock } from '../../common/clock.js';
import type { Eui64 } from '../../common/eui64.js';
import { formatRequestId, responseIdFor } from '../../common/request-id.js';
import { DCC_ALERT_CODES } from '../alerts/dcc-alert-codes.js';
import type {
  DCCAlert,
  DCCAlertMessage,
  DUISVersionMismatch,
  Response,
  ResponseCode,
  ResponseMessage,
} from '../generated/service-response-types.js';
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

/** The newest DUIS version, which says all the gateway has to say. */
export const NEWEST_VERSION = '5.4';

/** A DCC Alert: its code and its body. */
export interface DccAlertContent {
  readonly code: DCCAlertMessage['DCCAlertCode'];
  readonly body: DCCAlert;
}

/** What a DCC Alert is about, for a User whose DUIS version has no such Alert. */
export interface AlertSubject {
  readonly deviceId?: Eui64;
  readonly requestId?: string;
}

/** Tells whether a document keeps to the schema of a DUIS version. */
export type FitsVersion = (xml: string, version: string) => boolean;

/** Builds Service Responses and signs them as the DCC. */
export class ServiceResponses {
  /** @param fits judges what is for Users of an older DUIS version */
  constructor(
    private readonly identity: SigningIdentity,
    private readonly clock: Clock,
    private readonly fits: FitsVersion,
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
   * @param version the User's DUIS version
   */
  deviceAlert(alertCode: number, payload: Buffer, version: string): Buffer {
    const AlertCode = Buffer.alloc(2);
    AlertCode.writeUInt16BE(alertCode);
    return this.sign(this.#unasked(version, { DeviceAlertMessage: { AlertCode, GBCSPayload: payload } }));
  }

  /**
   * A DCC Alert; where the User's DUIS version has no such Alert, the one that says so.
   * @param version the User's DUIS version
   */
  dccAlert(alert: DccAlertContent, about: AlertSubject, version: string): Buffer {
    const { code, body } = alert;
    const xml = this.#dccAlertXml(code, body, version);
    if (version === NEWEST_VERSION || this.fits(xml, version)) return this.sign(xml);
    return this.versionMismatch(
      {
        DCCAlertVersionMismatch: {
          DCCAlertCode: code,
          ...(about.deviceId !== undefined && { DeviceID: about.deviceId }),
          ...(about.requestId !== undefined && { RequestID: about.requestId }),
        },
      },
      version,
    );
  }

  /** True if the content of an answer can be said in the DUIS version of the request. */
  canSay(request: Answered, responseCode: string, content: ResponseContent): boolean {
    if (request.schemaVersion === NEWEST_VERSION || Object.keys(content).length === 0) return true;
    const xml = writeDocument('sr:Response', this.#message(request, responseCode, content, false));
    return this.fits(xml, request.schemaVersion);
  }

  /** The DCC Alert that something cannot be said in a User's DUIS version. */
  versionMismatch(what: Omit<DUISVersionMismatch, 'ServiceUserDUISVersion'>, version: string): Buffer {
    const body = { DUISVersionMismatch: { ...what, ServiceUserDUISVersion: version } };
    return this.sign(this.#dccAlertXml(DCC_ALERT_CODES.duisVersionMismatch.code, body, version));
  }

  #dccAlertXml(code: DccAlertContent['code'], body: DCCAlert, version: string): string {
    return writeDocument(
      'sr:Response',
      this.#unasked(version, { DCCAlertMessage: { DCCAlertCode: code, DCCAlert: body } }),
    );
  }

  #unasked(schemaVersion: string, Body: Response['Body']): Response {
    // Clients take any other code than I0 for an error.
    return { schemaVersion, Header: { ResponseCode: 'I0', ResponseDateTime: this.clock() }, Body };
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
