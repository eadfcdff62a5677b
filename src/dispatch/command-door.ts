import type { Clock } from '../common/clock.js';
import { DuisRejection } from '../common/errors.js';
import type { CommandVariant, ResponseContent } from '../duis/index.js';
import { hasBody } from '../duis/index.js';
import { decodeMessage, encodeMessage, transform, type TransformResult } from '../gbcs/index.js';
import type { Journal } from '../store/index.js';
import type { Door } from './gateway.js';
import type { AuthorisedRequest } from './judgement.js';
import { executionsOf } from './future-dated-executions.js';
import type { OriginatorCounters } from './originator-counter.js';
import type { Outcome } from './outcome.js';
import type { CommandProtection } from './command-protection.js';
import { type ContextParts, gatherContext, originatedByDcc } from './transform-context.js';

export interface CommandDoorParts extends ContextParts {
  readonly journal: Journal;
  readonly counter: OriginatorCounters;
  readonly protection: CommandProtection;
  readonly clock: Clock;
}

/** GBCS version named beside a Pre-Command when the inventory has none for the Device: that of the schemas in use. */
const DEFAULT_GBCS_VERSION = '4.3';

/** What becomes of a Command: answered to the User, sent to the Device, or both. */
const USES: Readonly<Partial<Record<CommandVariant, { readonly local: boolean; readonly wan: boolean }>>> = {
  1: { local: false, wan: true },
  2: { local: true, wan: false },
  3: { local: true, wan: true },
  5: { local: false, wan: true },
  6: { local: true, wan: false },
  7: { local: true, wan: true },
};

/** Turns a Service Request for a SMETS2+ Device into a Pre-Command or a Command. */
export function commandDoor(parts: CommandDoorParts): Door {
  const door: Door = async (authorised) => {
    const { request } = authorised.received;
    if (hasBody(request, 'SignedPreCommand')) {
      return outcomeOf(authorised, await signedCommand(authorised, request.body.content.GBCSPayload, parts));
    }
    const counter = await parts.counter.next();
    const context = await gatherContext(request, authorised.device, counter, parts.clock(), parts);
    const result = transform(request, authorised.scheduled === true ? originatedByDcc(context) : context);
    if (request.commandVariant === 4) return preCommand(authorised, result);
    const command = parts.protection.protect(result.message, result.protection);
    return {
      ...outcomeOf(authorised, command),
      ...(result.originator !== 'User' && { commandCounter: counter, again: () => door(authorised) }),
    };
  };
  return door;
}

function preCommand({ device }: AuthorisedRequest, { bytes }: TransformResult): Outcome {
  return {
    route: 'transform',
    responseCode: 'I0',
    command: bytes,
    content: {
      PreCommand: { GBCSVersion: device?.gbcsVersion ?? DEFAULT_GBCS_VERSION, GBCSPayload: bytes },
    },
  };
}

/**
 * Checks that a Signed Pre-Command is the Pre-Command that was given out for this RequestID, signed by its User.
 * No source names the codes for these refusals; E12 is inferred: the message does not go with its Command Variant.
 */
async function signedCommand(
  { received: { request }, requestId }: AuthorisedRequest,
  payload: Buffer,
  { journal, protection }: CommandDoorParts,
): Promise<Buffer> {
  const transformed = await journal.find({ requestId, kind: 'service-request' });
  if (transformed === undefined || transformed.command === null || transformed.commandVariant !== 4) {
    throw new DuisRejection('E12', `no Pre-Command was given out for ${requestId}`);
  }
  let signed;
  try {
    signed = decodeMessage(payload);
  } catch (error) {
    throw new DuisRejection('E12', `the Signed Pre-Command cannot be read: ${(error as Error).message}`);
  }
  const { signature, mac, ...unsigned } = signed;
  if (mac !== undefined || signature === undefined || signature.length === 0) {
    throw new DuisRejection('E12', 'the payload is not a Pre-Command with a signature');
  }
  if (!encodeMessage(unsigned).equals(transformed.command)) {
    throw new DuisRejection('E12', 'the Signed Pre-Command is not the Pre-Command that was given out');
  }
  if (transformed.serviceReferenceVariant !== request.serviceReferenceVariant) {
    throw new DuisRejection('E12', `the Pre-Command was for ${transformed.serviceReferenceVariant}`);
  }
  if (!protection.isSignedBy(signed, request.requestId.originator)) {
    throw new DuisRejection('E12', `the signature is not of ${request.requestId.originator}`);
  }
  return protection.protect(signed, { signed: true, mac: true });
}

function outcomeOf({ received: { request }, row }: AuthorisedRequest, command: Buffer): Outcome {
  const use = USES[request.commandVariant];
  if (use === undefined)
    throw new DuisRejection('E12', `Command Variant ${request.commandVariant} makes no Command`);
  const content: ResponseContent = use.local ? { LocalCommand: { GBCSPayload: command } } : {};
  return {
    route: 'gbcs',
    responseCode: use.wan ? 'I99' : 'I0',
    content,
    command,
    ...(use.wan && row.futureDated.includes('Device') && { futureExecutions: executionsOf(command) }),
    ...(use.wan && {
      dispatch: { channel: 'wan' as const, destination: request.requestId.target, body: command },
    }),
  };
}
