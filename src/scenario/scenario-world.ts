import { ACCESS_CONTROL_BROKER } from '../app/assemble-gateway.js';
import { parseEui64 } from '../common/eui64.js';
import { formatRequestId } from '../common/request-id.js';
import { elementValues, type ElementValue, requestOutline } from '../duis/element-values/index.js';
import { messageKeys } from '../gbcs/index.js';
import { NotCovered, parseDeviceMessage } from '../mmc/index.js';
import { certificateOf } from './certificate-of.js';
import { inSequence } from './in-sequence.js';
import { instantOf } from './instant.js';
import { type HttpAnswer, postRequest, serviceFor, signedPreCommand, signedRequest } from './post-request.js';
import { elementValuesOf, readValue } from './read-value.js';
import { ScenarioError } from './scenario-error.js';
import type { Scenario } from './scenario-file.js';
import { serviceRequestText, signedPreCommandText } from './service-request-text.js';
import { ofVersion, type Spoiling, spoiltMessage } from './spoilt-request.js';
import type { ThrowawayGateway } from './throwaway-gateway.js';

/** How long a Service Response may take to be posted, in milliseconds of real time. */
const DELIVERY_MS = 5000;

const TRANSFORM = 4;
const SIGNED_PRE_COMMAND: readonly number[] = [5, 6, 7];
const NON_DEVICE = 8;

/** A request that was sent. */
interface Sent {
  readonly requestId: string;
  /** Its Service Reference Variant. */
  readonly variant: string | undefined;
  /** Its bytes, as they were posted last. */
  readonly message: Buffer;
}

interface Answer extends Sent, HttpAnswer {}

interface Sending extends Spoiling {
  readonly values: Readonly<Record<string, string>>;
  readonly commandVariant?: number | undefined;
  readonly template?: string | undefined;
  readonly variant?: string | undefined;
  readonly body?: string | undefined;
  readonly user: string;
  readonly target?: string | undefined;
  /** Name of the key that signs the Pre-Command. */
  readonly key?: string | undefined;
  readonly firstInSequence?: boolean | undefined;
  readonly preceding?: string | undefined;
}

/** The gateway, its clock and the Users of a scenario that is being played. */
export class ScenarioWorld {
  readonly variables: Map<string, string>;
  readonly #named = new Map<string, Sent>();
  #counter: number;

  constructor(
    private readonly scenario: Pick<Scenario, 'file' | 'users' | 'variables'>,
    readonly embedded: ThrowawayGateway,
  ) {
    this.variables = new Map(Object.entries(scenario.variables));
    this.#counter = embedded.now().getTime();
  }

  /**
   * A text with the values of its variables, moments such as `${now+1d}`, and certificates such as `${ka of 90-B3-...}`.
   * @throws ScenarioError for a variable nobody set
   */
  filled(text: string): string {
    return text.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
      const value =
        this.variables.get(name) ??
        instantOf(name, this.embedded.now()) ??
        certificateOf(name, this.embedded.credentials);
      if (value === undefined) throw new ScenarioError(this.scenario.file, `nobody set the variable ${name}`);
      return value;
    });
  }

  /** A text as `filled`, where its variables are set, for people to read. */
  shown(text: string): string {
    return text.replace(/\$\{([^}]+)\}/g, (whole, name: string) => this.variables.get(name) ?? whole);
  }

  /** Has all done that is due at this moment. */
  async settled(): Promise<void> {
    await this.embedded.runDue();
  }

  /** The EUI-64 of a User. @throws ScenarioError for one the scenario does not name */
  partyOf(user: string): string {
    const party = this.scenario.users[user];
    if (party === undefined) throw new ScenarioError(this.scenario.file, `no user ${user}`);
    return party;
  }

  /** Keeps what a later step asks for by a name. */
  name(as: string, sent: Sent): void {
    this.#named.set(as, sent);
  }

  /** @throws ScenarioError for a name no step gave */
  sent(as: string): Sent {
    const found = this.#named.get(as);
    if (found !== undefined) return found;
    throw new ScenarioError(this.scenario.file, `no step before it sends anything "as: ${as}"`);
  }

  /**
   * Signs a Service Request as its User and posts it. Of a critical one with Command Variant 5 to 7 the Pre-Command is asked
   * for first, signed, and sent back.
   * @returns the answer in the last HTTP reply
   */
  async send(step: Sending): Promise<Answer> {
    const originator = this.partyOf(step.user);
    const target = step.target === undefined ? ACCESS_CONTROL_BROKER : this.filled(step.target);
    const requestId = `${originator}:${target}:${step.counter ?? this.#counter++}`;
    const forTheDcc = step.target === undefined && step.template === undefined;
    const commandVariant = step.commandVariant ?? (forTheDcc ? NON_DEVICE : undefined);
    const critical = commandVariant !== undefined && SIGNED_PRE_COMMAND.includes(commandVariant);
    const request = serviceRequestText({
      requestId,
      commandVariant: critical ? TRANSFORM : commandVariant,
      template: step.template,
      variant: step.variant,
      body: step.body === undefined ? undefined : this.filled(step.body),
      values: Object.fromEntries(
        Object.entries(step.values).map(([path, value]) => [path, this.filled(value)]),
      ),
    });
    const preceding =
      step.preceding && (this.#named.get(step.preceding)?.requestId ?? this.filled(step.preceding));
    const text = inSequence(ofVersion(request, step.version), step.firstInSequence, preceding);
    const sent = { requestId, variant: requestOutline(Buffer.from(text)).serviceReferenceVariant };
    const answer = await this.#post(text, step);
    const preCommand = readValue('GBCSPayload', elementValuesOf(answer.text));
    if (!critical || preCommand === undefined) return { ...sent, ...answer };
    const signer = this.partyOf(step.preCommandSignedBy ?? step.user);
    const signed = signedPreCommand(this.embedded, Buffer.from(preCommand, 'base64'), signer, step.key);
    const second = signedPreCommandText(text, commandVariant, signed);
    return { ...sent, ...(await this.#post(second, step)) };
  }

  /** Posts the bytes of an earlier request once more. @throws ScenarioError for a name no step gave */
  repeat(as: string): Promise<HttpAnswer> {
    return postRequest(this.embedded, this.sent(as).message);
  }

  /** Signs and posts a request; spoilt, if a step asks for that. */
  async #post(
    text: string,
    { signedBy, spoilt, service = serviceFor(Buffer.from(text)), contentType }: Spoiling,
  ): Promise<HttpAnswer & Pick<Sent, 'message'>> {
    const signer = signedBy === undefined ? undefined : parseEui64(this.partyOf(signedBy));
    const message = spoiltMessage(signedRequest(this.embedded, text, signer), spoilt);
    return { message, ...(await postRequest(this.embedded, message, { service, contentType })) };
  }

  /** What a Device says in a document, as a User parses it; nothing if it says nothing, or what has no MMC form. */
  mmcValues(document: string, serviceReferenceVariant?: string): readonly ElementValue[] {
    const payload = readValue('GBCSPayload', elementValuesOf(document));
    if (payload === undefined) return [];
    try {
      const mmc = parseDeviceMessage(Buffer.from(payload, 'base64'), {
        keys: messageKeys(this.embedded.credentials, ACCESS_CONTROL_BROKER),
        ...(serviceReferenceVariant !== undefined && { serviceReferenceVariant }),
      });
      return elementValues(Buffer.from(mmc));
    } catch (error) {
      if (error instanceof NotCovered) return [];
      throw error;
    }
  }

  /** The Service Response to a request; undefined if none comes. */
  response(requestId: string): Promise<string | undefined> {
    return this.delivered((text) => isResponseTo(requestId, text));
  }

  /** The Service Response to a request, if it has come. */
  received(requestId: string): string | undefined {
    return this.embedded.user?.received.find((text) => isResponseTo(requestId, text));
  }

  /** The next document a User is sent that is as asked for; undefined if none comes. */
  async delivered(fits: (text: string) => boolean): Promise<string | undefined> {
    await this.settled();
    return this.embedded.user?.next(fits, DELIVERY_MS).catch(() => undefined);
  }

  /** The way a request left: as a GBCS Command, to the S1SP, or not at all. */
  doorOf(requestId: string): 'gbcs' | 's1sp' | 'dcc' {
    if (this.embedded.han?.trace(requestId) !== undefined) return 'gbcs';
    const forwarded = this.embedded.s1sp?.received.some(
      ({ request }) => formatRequestId(request.requestId) === requestId,
    );
    return forwarded === true ? 's1sp' : 'dcc';
  }
}

/** DCC Alerts tell of requests too. */
function isResponseTo(requestId: string, document: string): boolean {
  return document.includes(`RequestID>${requestId}</`) && !document.includes('DCCAlertCode>');
}
