import { DuisRejection, InternalError } from '../common/errors.js';
import type { ServiceRequest } from '../duis/index.js';
import { useCasesFor } from './catalogue.js';
import { encodeMessage, type GbcsMessage, NO_SIGNATURE } from './message.js';
import { originatorFields, originatorOf } from './originator.js';
import { REJECTION_CODES } from './rejection-codes.js';
import type { TransformContext } from './transform-context.js';
import type { MessageOriginator, MessageProtection, UseCase } from './use-case.js';

/** What a Service Request becomes before it is protected. */
export interface TransformResult {
  readonly useCase: UseCase;
  /** `PreCommand` where the User signs it next; `Command` where only the DCC adds protection. */
  readonly kind: 'PreCommand' | 'Command';
  readonly originator: MessageOriginator;
  /** What the Command carries in the end. */
  readonly protection: MessageProtection;
  /** A Pre-Command has no signature field, any other message an empty one. */
  readonly message: GbcsMessage;
  /** `message` on the wire: `DF` to the content, and `00` where it is not a Pre-Command. */
  readonly bytes: Buffer;
}

/**
 * Turns a Service Request into the GBCS message it asks for.
 * @throws DuisRejection if no use case serves the request for this Device, or it carries what a message cannot
 */
export function transform(request: ServiceRequest, context: TransformContext): TransformResult {
  return transformAs(chooseUseCase(request, context), request, context);
}

/**
 * The same with the use case given. For tools that reproduce a message whose Device is not known.
 * @throws DuisRejection
 */
export function transformAs(
  useCase: UseCase,
  request: ServiceRequest,
  context: TransformContext,
): TransformResult {
  const originator = originatorOf(useCase, request, context);
  const protection = useCase.protection?.(request, context) ?? {
    signed: useCase.messageType === 'SME.C.C',
    mac: true,
  };
  const fields = originatorFields(originator, request, context);
  const unsigned: GbcsMessage = {
    header: {
      kind: 'Command',
      ...fields,
      recipient: request.requestId.target,
      messageCode: useCase.messageCodeFor?.(request, context) ?? useCase.messageCode,
    },
    content: useCase.buildContent(request, context, fields.originatorCounter),
  };
  const kind = protection.signed && originator === 'User' ? 'PreCommand' : 'Command';
  const message = kind === 'PreCommand' ? unsigned : { ...unsigned, signature: NO_SIGNATURE };
  return { useCase, kind, originator, protection, message, bytes: encodeMessage(message) };
}

/**
 * The use case a request asks for: by Service Reference Variant, Device type and what the use cases themselves tell.
 * @throws DuisRejection if there is none or the Device is not known
 */
export function chooseUseCase(request: ServiceRequest, context: TransformContext): UseCase {
  const { serviceReferenceVariant, requestId } = request;
  const device = context.device(requestId.target);
  if (!device) {
    throw new DuisRejection(REJECTION_CODES.unknownDevice, `the inventory has no Device ${requestId.target}`);
  }
  const fitting = useCasesFor(serviceReferenceVariant).filter(
    (useCase) => useCase.targets.includes(device.deviceType) && useCase.applies?.(request, context) !== false,
  );
  const [useCase, another] = fitting;
  if (!useCase) {
    throw new DuisRejection(
      REJECTION_CODES.wrongDeviceType,
      `no use case serves Service Request ${serviceReferenceVariant} for ${device.deviceType} ${requestId.target}`,
    );
  }
  if (another) {
    const codes = fitting.map(({ code }) => code).join(', ');
    throw new InternalError(`${serviceReferenceVariant} for ${device.deviceType} fits ${codes}`);
  }
  return useCase;
}
