import { CodecError, DuisRejection } from '../../../../common/errors.js';
import type { DeviceType } from '../../../../common/device-type.js';
import { hasBody, type RequestElementName, type ServiceRequest } from '../../../../duis/service-request.js';
import type { RequestBodyElements } from '../../../../duis/generated/service-request-types.js';
import { decodeAccessRequest, encodeAccessRequest } from '../../../dlms/access-request.js';
import { decodeAccessResponse, type DecodedResult } from '../../../dlms/access-response.js';
import type { AccessSpecification } from '../../../dlms/access-specification.js';
import { anyData } from '../../../dlms/any-data.js';
import { invokeIdOf } from '../../../dlms/long-invoke-id.js';
import { REJECTION_CODES } from '../../../rejection-codes.js';
import type { DeviceFacts, TransformContext } from '../../../transform-context.js';
import type { Decrypt, Description, MessageOriginator, MessageType, UseCase } from '../../../use-case.js';
import { describeResult } from './access-items.js';
import { group, type GroupValue, type Items } from './combinators.js';
import { type CommandFacts, RequestCursor, ResponseCursor } from './command-item.js';

/** Besides the body's content, what a row may look at to derive values or to decide whether it applies. */
export interface RequestFacts {
  readonly request: ServiceRequest;
  readonly context: TransformContext;
  /** Facts about the Device addressed, undefined if the inventory does not hold it. */
  readonly device: DeviceFacts | undefined;
}

/** From the content of each body element that asks for the use case, the values of its Command. */
export type From<V> = {
  readonly [Name in RequestElementName]?: (content: RequestBodyElements[Name], facts: RequestFacts) => V;
};

/** A row of the DLMS use case tables. */
export interface DlmsUseCaseRow<I extends Items> {
  readonly code: string;
  readonly title: string;
  readonly messageCode: number;
  readonly messageType: MessageType;
  readonly serviceReferenceVariants: readonly string[];
  readonly targets: readonly DeviceType[];
  /** Mapping table rows or message the layout was read from. */
  readonly source: string;
  /** Access items by name, in the order of transmission. */
  readonly command: I;
  /** How the values follow from the request; use cases that ask for nothing but themselves use `nothingToSay`. */
  readonly from: From<GroupValue<I>>;
  /** Tells use cases apart that share Service Reference Variant, Device type and body element. */
  readonly appliesWhere?: (facts: RequestFacts) => boolean;
  /** Where it is always the same; absent: the User where the Device knows it, else the Access Control Broker for it. */
  readonly originator?: MessageOriginator;
}

/** A DLMS use case with its values typed: what tests and tools use besides `UseCase`. */
export interface DlmsUseCase<V> extends UseCase {
  readonly encoding: 'DLMS';
  /** The accesses of its Command in the order of transmission, those that may be missing included. */
  readonly accesses: readonly AccessSpecification[];
  /** @throws DuisRejection if the request carries what the Command cannot */
  valuesFrom(request: ServiceRequest, context: TransformContext): V;
  /** @throws CodecError if a value does not fit its type */
  encodeCommand(values: V, facts: CommandFacts): Buffer;
  /** @throws CodecError if the content is not a Command of this use case */
  decodeCommand(content: Uint8Array): V;
}

/** `from` of use cases whose Command does not depend on the content of the request. */
export const nothingToSay = () => ({});

/** For `appliesWhere`: whether the request has that body element and its content passes the test. */
export function hasBodyContent<Name extends RequestElementName>(
  request: ServiceRequest,
  element: Name,
  test: (content: RequestBodyElements[Name]) => boolean,
): boolean {
  return hasBody(request, element) && test(request.body.content);
}

/** Builds a use case from its row. */
export function dlmsUseCase<const I extends Items>(row: DlmsUseCaseRow<I>): DlmsUseCase<GroupValue<I>> {
  type Value = GroupValue<I>;
  const { command, from, appliesWhere, originator, ...facts } = row;
  const items = group(command);
  const derivation = (request: ServiceRequest) =>
    from[request.body.element] as ((content: unknown, facts: RequestFacts) => Value) | undefined;

  function valuesFrom(request: ServiceRequest, context: TransformContext): Value {
    const derive = derivation(request);
    if (!derive)
      throw new DuisRejection(
        REJECTION_CODES.cannotBeExpressed,
        `${row.code} does not serve ${request.body.element}`,
      );
    return derive(request.body.content, requestFacts(request, context));
  }

  function encodeCommand(values: Value, commandFacts: CommandFacts): Buffer {
    const invokeId = invokeIdOf(commandFacts.originatorCounter);
    return encodeAccessRequest({ invokeId, items: items.write(commandFacts, values) });
  }

  function decodeCommand(content: Uint8Array): Value {
    const request = decodeAccessRequest(content);
    const cursor = new RequestCursor(request.items);
    const values = items.read(cursor);
    cursor.end();
    return values;
  }

  return {
    ...facts,
    encoding: 'DLMS',
    accesses: items.accesses,
    applies: (request, context) =>
      derivation(request) !== undefined && appliesWhere?.(requestFacts(request, context)) !== false,
    ...(originator && { originator: () => originator }),
    buildContent(request, context, originatorCounter) {
      const commandFacts: CommandFacts = {
        originatorCounter,
        remoteParty: request.requestId.originator,
        recipient: request.requestId.target,
      };
      try {
        return encodeCommand(valuesFrom(request, context), commandFacts);
      } catch (cause) {
        if (!(cause instanceof CodecError)) throw cause;
        throw new DuisRejection(REJECTION_CODES.cannotBeExpressed, `${row.code}: ${cause.message}`, {
          cause,
        });
      }
    },
    valuesFrom,
    encodeCommand,
    decodeCommand,
    describeCommand: (content) => items.describeCommand(decodeCommand(content)),
    describeResponse: (content, decrypt) => describeResponse(items, content, decrypt),
  };
}

function requestFacts(request: ServiceRequest, context: TransformContext): RequestFacts {
  return { request, context, device: context.device(request.requestId.target) };
}

/** The whole or the required answers, told by their number; else each result as it is. */
function describeResponse(
  items: ReturnType<typeof group>,
  content: Uint8Array,
  decrypt: Decrypt = () => undefined,
): Description {
  const { results } = decodeAccessResponse(content);
  for (const withOptional of [true, false]) {
    if (results.length === items.resultCount(withOptional)) {
      return items.describeResponse(new ResponseCursor(results, withOptional, decrypt));
    }
  }
  return results.map((result: DecodedResult) => describeResult(result.service, result, anyData));
}
