import type { Clock } from '../common/clock.js';
import { parseEui64 } from '../common/eui64.js';
import type { Logger } from '../common/logger.js';
import type { UserDirectory } from '../authorisation/index.js';
import { isCancellation, type ServiceRequestReader, type ServiceResponses } from '../duis/index.js';
import {
  decodeMessage,
  executedInstructionOf,
  futureDatedInstructions,
  type GbcsMessage,
  instructionText,
} from '../gbcs/index.js';
import type {
  FutureExecution,
  FutureExecutions,
  Journal,
  JournalEntry,
  NewDelivery,
  NewFutureExecution,
  Outbox,
} from '../store/index.js';
import { answeredBy } from './conclusion.js';
import { findCommand } from './device-messages.js';
import { enqueue } from './hand-to-user.js';
import { oneByOne } from './one-by-one.js';

export interface FutureDatedParts {
  readonly executions: FutureExecutions;
  readonly journal: Journal;
  readonly outbox: Outbox;
  readonly users: UserDirectory;
  readonly reader: Pick<ServiceRequestReader, 'reread'>;
  readonly responses: ServiceResponses;
  readonly wake: () => void;
  /** Longest wait for the Alert of a Device after the time of an instruction. */
  readonly limitMs: number;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Alert codes of an instruction that was carried out, and of one that was not. Source: DUIS schema, FutureDatedAlertCode; GBCS. */
const EXECUTED = 0x8f66;

/** The instructions of a Command that its Device holds until their time, as the journal keeps them. */
export function executionsOf(command: Buffer): NewFutureExecution[] {
  const instructions = futureDatedInstructions(decodeMessage(command));
  return instructions.map(({ number, at, instruction }) => ({
    number,
    total: instructions.length,
    instruction: instructionText(instruction),
    dueAt: at,
  }));
}

/** Follows what Devices hold until its time: their Alerts complete the requests, silence does with E30. */
export class FutureDatedExecutions {
  constructor(private readonly parts: FutureDatedParts) {}

  /**
   * Takes the Alert of an executed instruction to the User of the request, as its Service Response.
   * @returns false if the message is not such an Alert, or no request of a User waits for it
   */
  async takeAlert(message: GbcsMessage, bytes: Buffer, alertCode: number): Promise<boolean> {
    const { executions, clock, log, responses, wake, outbox } = this.parts;
    const executed = executedInstructionOf(message);
    if (executed === undefined) return false;
    const entry = await findCommand(
      { ...message, header: { ...message.header, originatorCounter: executed.originatorCounter } },
      this.parts,
    );
    const text = instructionText(executed.instruction);
    const execution = entry && (await executions.of(entry)).find(({ instruction }) => instruction === text);
    if (entry === undefined || execution === undefined) return false;
    await executions.settle(execution, alertCode === EXECUTED ? 'executed' : 'failed', clock());
    const code = Buffer.alloc(2);
    code.writeUInt16BE(alertCode);
    const body = responses.result(answeredBy(entry), 'I0', {
      FutureDatedDeviceAlertMessage: {
        FutureDatedAlertCode: code,
        GBCSPayload: bytes,
        InstructionNumber: execution.number,
        TotalCommandInstructions: execution.total,
      },
    });
    await enqueue(await this.#delivery(entry, execution, body), { outbox, wake });
    log.info('future-dated instruction', {
      requestId: entry.requestId,
      number: execution.number,
      of: execution.total,
      alertCode: code.toString('hex').toUpperCase(),
    });
    return true;
  }

  /**
   * A Device has answered a Command. One it refused, it does not hold. One it took replaces what it held before: all of it if
   * it cancels, else the same instructions.
   */
  async answered(entry: JournalEntry, failure: string | undefined): Promise<void> {
    const { executions, clock } = this.parts;
    const own = await executions.of(entry);
    if (failure !== undefined) {
      for (const execution of own) await executions.settle(execution, 'cancelled', clock());
      return;
    }
    const cancels = await this.#cancels(entry);
    if (own.length === 0 && !cancels) return;
    const instructions = new Set(own.map(({ instruction }) => instruction));
    const held = await executions.awaitedFor(entry.originator, entry.target, entry.serviceReferenceVariant);
    for (const execution of held) {
      if (execution.request.requestId === entry.requestId) continue;
      if (cancels || instructions.has(execution.instruction)) {
        await executions.settle(execution, 'cancelled', clock());
      }
    }
  }

  /** Tells Users of instructions whose time has passed without a word of the Device. */
  async timeOut(): Promise<void> {
    const { executions, clock, limitMs, log } = this.parts;
    const overdue = await executions.overdue(new Date(clock().getTime() - limitMs));
    await oneByOne(overdue, (execution) => this.#timeOut(execution), {
      log,
      task: 'future-dated executions',
      about: ({ request }) => ({ requestId: request.requestId }),
    });
  }

  async #timeOut(execution: FutureExecution): Promise<void> {
    const { executions, journal, responses, outbox, wake, clock, log } = this.parts;
    const entry = await journal.find(execution.request);
    if (entry === undefined) return;
    // A request of several instructions is told to have timed out once.
    const told = (await executions.of(entry)).some(({ state }) => state === 'timed-out');
    if (!told) {
      const body = responses.result(answeredBy(entry), 'E30');
      await enqueue(await this.#delivery(entry, execution, body), { outbox, wake });
      const reason = 'no Alert of the Device that it did what was future dated';
      await journal.note(entry, clock(), reason);
      log.warn('future-dated instruction timed out', {
        requestId: entry.requestId,
        responseCode: 'E30',
        reason,
      });
    }
    await executions.settle(execution, 'timed-out', clock());
  }

  async #delivery(entry: JournalEntry, execution: FutureExecution, body: Buffer): Promise<NewDelivery[]> {
    const { users, clock } = this.parts;
    const url = (await users.find(parseEui64(entry.originator)))?.receiveResponseUrl;
    if (url === undefined) return [];
    return [
      {
        id: `user future ${entry.kind} ${entry.requestId} ${execution.number}`,
        channel: 'user',
        destination: url,
        body,
        notBefore: clock(),
      },
    ];
  }

  /** The body that tells is in the request that was transformed. */
  async #cancels({ requestId, kind }: JournalEntry): Promise<boolean> {
    if (kind !== 'signed-pre-command') return false;
    const { journal, reader } = this.parts;
    const transformed = await journal.find({ requestId, kind: 'service-request' });
    return transformed !== undefined && isCancellation(reader.reread(transformed.request).request);
  }
}
