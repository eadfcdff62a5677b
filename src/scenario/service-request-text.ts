import { catalogueRow, serviceReferenceOf } from '../duis/index.js';
import { fillTemplate } from '../templates/index.js';
import { setElementValues } from '../duis/element-values/index.js';

/** What a Service Request is made of; texts with their variables filled in. */
export interface RequestFacts {
  readonly requestId: string;
  /** Without one: that of the template, or 1. */
  readonly commandVariant?: number | undefined;
  readonly template?: string | undefined;
  readonly variant?: string | undefined;
  readonly body?: string | undefined;
  /** Values put into it, by path. */
  readonly values?: Readonly<Record<string, string>>;
}

/**
 * The unsigned XML of a Service Request.
 * @throws ConfigError for an unknown template or path
 * @throws RangeError where there is neither a template nor a known Service Reference Variant
 */
export function serviceRequestText(facts: RequestFacts): string {
  const { requestId, commandVariant, template, variant = '', body = '', values = {} } = facts;
  if (template !== undefined) {
    return fillTemplate(template, {
      ...values,
      'Header/RequestID': requestId,
      ...(commandVariant !== undefined && { 'Header/CommandVariant': String(commandVariant) }),
    });
  }
  const element = catalogueRow(variant)?.element;
  if (element === undefined) throw new RangeError(`no Service Reference Variant ${variant}, and no template`);
  const text =
    `<sr:Request xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway" schemaVersion="5.4"><sr:Header>` +
    `<sr:RequestID>${requestId}</sr:RequestID><sr:CommandVariant>${commandVariant ?? 1}</sr:CommandVariant>` +
    `<sr:ServiceReference>${serviceReferenceOf(variant)}</sr:ServiceReference>` +
    `<sr:ServiceReferenceVariant>${variant}</sr:ServiceReferenceVariant></sr:Header>` +
    `<sr:Body><sr:${element}>${body}</sr:${element}></sr:Body></sr:Request>`;
  return Object.keys(values).length === 0 ? text : setElementValues(Buffer.from(text), values);
}

/** The request that brings a Pre-Command back, signed by its User: the header of the first request with another body. */
export function signedPreCommandText(request: string, commandVariant: number, signed: Buffer): string {
  const body = `<sr:SignedPreCommand><sr:GBCSPayload>${signed.toString('base64')}</sr:GBCSPayload></sr:SignedPreCommand>`;
  return setElementValues(Buffer.from(request), { 'Header/CommandVariant': String(commandVariant) }).replace(
    /<sr:Body>[^]*<\/sr:Body>/,
    `<sr:Body>${body}</sr:Body>`,
  );
}
