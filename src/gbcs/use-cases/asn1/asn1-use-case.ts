import { CodecError, InternalError } from '../../../common/errors.js';
import type { DeviceType } from '../../../common/device-type.js';
import type { ServiceRequest } from '../../../duis/index.js';
import { decodeDer, type DerSchema, encodeDer } from '../../asn1/der-schema.js';
import type { TransformContext } from '../../transform-context.js';
import type { Description, UseCase } from '../../use-case.js';
import { refusal } from './refusal.js';

/** Device types a use case open to "any device" may be sent to; IHD and CAD (type 2) take no Commands. */
export const ANY_DEVICE: readonly DeviceType[] = ['ESME', 'GSME', 'GPF', 'CHF', 'HCALCS', 'PPMID'];

/** The types of the contents of a use case; absent where it has no such message. */
export interface Asn1Contents<Command, Response, Alert> {
  readonly command?: DerSchema<Command>;
  readonly response?: DerSchema<Response>;
  readonly alert?: DerSchema<Alert>;
}

type Facts = Omit<
  UseCase,
  'encoding' | 'buildContent' | 'describeCommand' | 'describeResponse' | 'describeAlert'
>;

/** One row: the facts of a use case, the types of its contents, and how a Command follows from a Service Request. */
export interface Asn1Row<Command, Response, Alert> extends Facts, Asn1Contents<Command, Response, Alert> {
  /** Absent where no Service Request asks for the use case. @throws DuisRejection */
  readonly from?: (
    request: ServiceRequest,
    context: TransformContext,
    originatorCounter: bigint,
  ) => NoInfer<Command>;
}

/** A use case whose contents are DER; the schemas encode and decode them. */
export interface Asn1UseCase<Command, Response, Alert> extends UseCase {
  readonly contents: Asn1Contents<Command, Response, Alert>;
}

/** Makes a use case of its row. */
export function asn1UseCase<Command = never, Response = never, Alert = never>(
  row: Asn1Row<Command, Response, Alert>,
): Asn1UseCase<Command, Response, Alert> {
  const { command, response, alert, from, ...facts } = row;
  return {
    ...facts,
    encoding: 'ASN.1',
    contents: { ...(command && { command }), ...(response && { response }), ...(alert && { alert }) },
    buildContent(request, context, originatorCounter) {
      if (!command || !from) throw new InternalError(`no Service Request asks for ${row.code}`);
      const value = from(request, context, originatorCounter);
      try {
        return encodeDer(command, value);
      } catch (error) {
        throw error instanceof CodecError ? refusal('value', `${row.code}: ${error.message}`, error) : error;
      }
    },
    describeCommand: (content) => describe(command, content, `${row.code} has no Command`),
    describeResponse: (content) => describe(response, content, `${row.code} has no Response`),
    ...(alert && {
      describeAlert: (content: Uint8Array) => describe(alert, content, `${row.code} has no Alert`),
    }),
  };
}

function describe<T>(schema: DerSchema<T> | undefined, content: Uint8Array, missing: string): Description {
  if (!schema) throw new CodecError(missing, 0);
  return schema.describe(decodeDer(schema, content).value);
}
