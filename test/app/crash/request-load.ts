import type { KeyObject } from 'node:crypto';
import { parseEui64 } from '../../../src/common/eui64.js';
import { signRequest } from '../../../src/duis/signature/index.js';
import { decodeMessage, encodeMessage, privateKeySigner, signMessage } from '../../../src/gbcs/index.js';
import type { CredentialStore } from '../../../src/smki/index.js';
import { ESME, PPMID, SUPPLIER } from '../gateway-harness.js';

const OTHER_ESME = '00-DB-12-34-56-78-91-A0';
const OTHER_PPMID = '00-DB-12-34-56-78-91-A4';
const GSME = '00-DB-12-34-56-78-90-A1';
const SMETS1_PPMID = '00-DB-12-34-56-78-92-A4';
const SMETS1_ESME = '00-DB-12-34-56-78-92-A0';

/** How far ahead future-dated requests are dated, in milliseconds. */
const AHEAD_MS = 3000;
/** Pause of a sender after an acknowledgement, and before it sends the same again. */
const PAUSE_MS = 100;

const READ = '<sr:ReadFirmwareVersion/>';
const LOAD_LIMITS =
  '<sr:UpdateDeviceConfigurationLoadLimitingGeneralSettings>' +
  '<sr:LoadLimitPeriod>60</sr:LoadLimitPeriod><sr:LoadLimitPowerThreshold>1000</sr:LoadLimitPowerThreshold>' +
  '<sr:LoadLimitRestorationPeriod>60</sr:LoadLimitRestorationPeriod><sr:LoadLimitSupplyState>Unchanged</sr:LoadLimitSupplyState>' +
  '</sr:UpdateDeviceConfigurationLoadLimitingGeneralSettings>';

interface Facts {
  readonly target: string;
  readonly counter: bigint;
  readonly commandVariant: number;
  readonly variant: string;
  readonly body: string;
}

/** One sender after another sends this kind of request. */
type Kind = (counter: bigint) => Promise<void>;

/** Users' systems under load: each sender sends the same bytes until they are acknowledged, then the next request. */
export class RequestLoad {
  /** Response Code of the acknowledgement of each request that gets an answer later, by RequestID. */
  readonly acknowledged = new Map<string, string>();
  /** Answers that were no acknowledgement. */
  readonly refused: string[] = [];
  /** How often something was sent again. */
  repeats = 0;
  #counter: bigint;
  #ended = false;
  #senders: Promise<void>[] = [];

  constructor(
    private readonly gatewayUrl: string,
    private readonly credentials: CredentialStore,
  ) {
    this.#counter = BigInt(Date.now());
  }

  /** Starts the senders; critical requests to one meter come from one of them, as their counters have to rise. */
  start(): void {
    const read = (target: string): Kind => {
      return (counter) =>
        this.#asynchronous({ target, counter, commandVariant: 1, variant: '11.2', body: READ });
    };
    const kinds: readonly Kind[] = [
      read(PPMID),
      read(PPMID),
      read(OTHER_PPMID),
      read(GSME),
      read(SMETS1_PPMID),
      read(SMETS1_ESME),
      (counter) => this.#held(counter),
      (counter) => this.#critical(ESME, counter),
      (counter) => this.#critical(OTHER_ESME, counter),
    ];
    this.#senders = kinds.map((kind) => this.#send(kind));
  }

  /** No new requests; resolves when those in hand are acknowledged. */
  async end(): Promise<void> {
    this.#ended = true;
    await Promise.all(this.#senders);
  }

  async #send(kind: Kind): Promise<void> {
    while (!this.#ended) {
      await kind(this.#counter++);
      await pause();
    }
  }

  #held(counter: bigint): Promise<void> {
    const at = `${new Date(Date.now() + AHEAD_MS).toISOString().slice(0, 19)}Z`;
    const body = `<sr:ReadFirmwareVersion><sr:ExecutionDateTime>${at}</sr:ExecutionDateTime></sr:ReadFirmwareVersion>`;
    return this.#asynchronous({ target: PPMID, counter, commandVariant: 1, variant: '11.2', body });
  }

  /** Has a Pre-Command made, signs it and sends it back. */
  async #critical(target: string, counter: bigint): Promise<void> {
    const about = { target, counter, variant: '6.4.1' };
    const transformed = await this.#post('T', { ...about, commandVariant: 4, body: LOAD_LIMITS });
    const payload = /GBCSPayload>([^<]+)</.exec(transformed)?.[1];
    if (payload === undefined) {
      this.refused.push(transformed);
      return;
    }
    const signed = signMessage(
      decodeMessage(Buffer.from(payload, 'base64')),
      privateKeySigner(this.#signingKey()),
    );
    const body = `<sr:SignedPreCommand><sr:GBCSPayload>${encodeMessage(signed).toString('base64')}</sr:GBCSPayload></sr:SignedPreCommand>`;
    await this.#asynchronous({ ...about, commandVariant: 5, body });
  }

  async #asynchronous(facts: Facts): Promise<void> {
    const answer = await this.#post('S', facts);
    const code = /ResponseCode>([^<]*)</.exec(answer)?.[1] ?? answer;
    if (code === 'I99') this.acknowledged.set(requestIdOf(facts), code);
    else this.refused.push(`${requestIdOf(facts)} ${code}`);
  }

  /** @returns the first answer with status 200 to the same bytes, however often they have to be sent */
  async #post(service: 'T' | 'S', facts: Facts): Promise<string> {
    const message = new Uint8Array(this.#signed(facts));
    for (;;) {
      try {
        const answer = await fetch(`${this.gatewayUrl}/api/v1/service${service}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/xml' },
          body: message,
        });
        const text = await answer.text();
        if (answer.status === 200) return text;
        if (answer.status < 500) return `${requestIdOf(facts)} ${answer.status} ${text}`;
      } catch {
        // Nobody there, or it died before it answered.
      }
      this.repeats += 1;
      await pause();
    }
  }

  #signed(facts: Facts): Buffer {
    const { commandVariant, variant, body } = facts;
    const xml =
      '<sr:Request xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway" schemaVersion="5.4">' +
      `<sr:Header><sr:RequestID>${requestIdOf(facts)}</sr:RequestID>` +
      `<sr:CommandVariant>${commandVariant}</sr:CommandVariant>` +
      `<sr:ServiceReference>${variant.split('.').slice(0, 2).join('.')}</sr:ServiceReference>` +
      `<sr:ServiceReferenceVariant>${variant}</sr:ServiceReferenceVariant></sr:Header>` +
      `<sr:Body>${body}</sr:Body></sr:Request>`;
    return signRequest(Buffer.from(xml), (originator) => {
      const identity = this.credentials.findXmlSigner(parseEui64(originator));
      if (identity === undefined) throw new Error(`no key of ${originator}`);
      return identity;
    });
  }

  #signingKey(): KeyObject {
    const key = this.credentials.find(parseEui64(SUPPLIER), 'ds')?.privateKey;
    if (key === undefined) throw new Error(`no key of ${SUPPLIER}`);
    return key;
  }
}

const requestIdOf = ({ target, counter }: Facts): string => `${SUPPLIER}:${target}:${counter}`;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
