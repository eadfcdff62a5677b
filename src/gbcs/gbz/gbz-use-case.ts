import { CodecError, DuisRejection, InternalError } from '../../common/errors.js';
import type { DeviceType } from '../../common/device-type.js';
import type { RequestElementName, ServiceRequest } from '../../duis/service-request.js';
import type { RequestBodyElements } from '../../duis/generated/service-request-types.js';
import { REJECTION_CODES } from '../rejection-codes.js';
import type { TransformContext } from '../transform-context.js';
import type { Decrypt, Description, MessageOriginator, MessageType, UseCase } from '../use-case.js';
import { checkLayout, checkMembers } from './command-layout.js';
import { type CommandPart, numbered, type PartWords, partWords } from './command-part.js';
import { clusterOf } from './cluster-catalogue.js';
import { describeComponent } from './describe-content.js';
import { decodeGbzContent, encodeGbzContent } from './gbz-content.js';
import type { ZclCommand } from './zcl-cluster.js';

/** A use case with GBZ content. Descriptions show ciphertext where `decrypt` is absent or has no key. */
export interface GbzUseCase extends UseCase {
  readonly encoding: 'GBZ';
  /** The components of its Command, in order; none for Alerts. */
  readonly parts: readonly CommandPart<never>[];
}

/** What every GBZ use case says of itself. */
export interface GbzUseCaseFacts {
  readonly code: string;
  readonly title: string;
  readonly messageCode: number;
  readonly messageType: MessageType;
  readonly serviceReferenceVariants: readonly string[];
  readonly targets: readonly DeviceType[];
  /** In whose name the Command is sent, where that is not the User. */
  readonly originator?: MessageOriginator;
  readonly source: string;
  /** What the Device may answer, besides a Default Response to each component. */
  readonly response: readonly ZclCommand[];
}

/** How a GBZ use case follows from a Service Request. */
export interface GbzUseCaseRow<Element extends RequestElementName, Values> extends GbzUseCaseFacts {
  /** The Body element it is asked for with. */
  readonly element: Element;
  /** Which of several use cases for one variant and Device type the content asks for; absent if there is but one. */
  readonly applies?: (
    content: RequestBodyElements[Element],
    request: ServiceRequest,
    context: TransformContext,
  ) => boolean;
  /**
   * Reads from the request what the components need, in ZigBee's units.
   * @throws DuisRejection, or CodecError for a value that ZigBee cannot express
   */
  readonly from: (
    content: RequestBodyElements[Element],
    context: TransformContext,
    request: ServiceRequest,
  ) => Values;
}

function carries<Element extends RequestElementName>(
  request: ServiceRequest,
  element: Element,
): request is ServiceRequest<Element> {
  return request.body.element === element;
}

function rejectionOf(code: string, error: unknown): unknown {
  if (!(error instanceof CodecError)) return error;
  return new DuisRejection(
    REJECTION_CODES.cannotBeExpressed,
    `${code} cannot carry the request: ${error.message}`,
    {
      cause: error,
    },
  );
}

function describeComponents(components: ReturnType<typeof decodeGbzContent>, decrypt?: Decrypt): Description {
  return {
    components: components.map((component, index) => {
      try {
        return describeComponent(component, decrypt);
      } catch (error) {
        throw error instanceof CodecError ? error.within(`components[${index}]`) : error;
      }
    }),
  };
}

/** A Default Response comes from the side that received the component. */
function defaultResponsesTo(parts: readonly CommandPart<never>[]): ZclCommand[] {
  return parts.flatMap(({ command }) => {
    const responses = clusterOf(command.cluster)?.foundation.defaultResponse;
    return responses ? [responses['client to server'], responses['server to client']] : [];
  });
}

/**
 * Makes a use case of its row.
 * @param row facts, and how the request is read
 * @param command the components in order, in the words it is given
 */
export function gbzUseCase<Element extends RequestElementName, Values>(
  row: GbzUseCaseRow<Element, Values>,
  command: (words: PartWords<Values>) => readonly CommandPart<Values>[],
): GbzUseCase {
  const { element, applies, from, originator, ...facts } = row;
  const parts = command(partWords<Values>());
  const useCase = describedUseCase(facts, parts);
  return {
    ...useCase,
    ...(originator && { originator: () => originator }),
    ...(applies && {
      applies: (request, context) =>
        carries(request, element) && applies(request.body.content, request, context),
    }),
    buildContent(request, context) {
      if (!carries(request, element)) {
        throw new DuisRejection(
          REJECTION_CODES.wrongDeviceType,
          `${row.code} is not asked for with ${request.body.element}`,
        );
      }
      try {
        const values = from(request.body.content, context, request);
        return encodeGbzContent(numbered(parts.flatMap((part) => part.build(values))));
      } catch (error) {
        throw rejectionOf(row.code, error);
      }
    },
  };
}

/** A use case no Service Request asks for: its Commands travel between Devices in the home, and are only read here. */
export function gbzHanUseCase(
  facts: Omit<GbzUseCaseFacts, 'originator'>,
  command: (words: PartWords<void>) => readonly CommandPart<void>[],
): GbzUseCase {
  const parts = command(partWords<void>());
  return {
    ...describedUseCase(facts, parts),
    buildContent() {
      throw new InternalError(`${facts.code} is never sent by a Remote Party`);
    },
  };
}

function describedUseCase(
  facts: Omit<GbzUseCaseFacts, 'originator'>,
  parts: readonly CommandPart<never>[],
): Omit<GbzUseCase, 'buildContent'> {
  const { response, ...common } = facts;
  const answers = [...response, ...defaultResponsesTo(parts)];
  return {
    ...common,
    encoding: 'GBZ',
    parts,
    describeCommand(content) {
      const components = decodeGbzContent(content);
      checkLayout(components, parts);
      return describeComponents(components);
    },
    describeResponse(content, decrypt) {
      const components = decodeGbzContent(content);
      checkMembers(components, answers);
      return describeComponents(components, decrypt);
    },
  };
}
