/** Something on its way to the gateway. */
export interface Parcel {
  readonly path: string;
  readonly contentType: string;
  readonly body: Buffer;
}

/** Parcels in hand at once, and the pause after one that was not taken. */
const IN_HAND = 4;
const PAUSE_MS = 60;

/** Brings parcels to the gateway again and again until it says that it has them, however often it dies meanwhile. */
export class Relay {
  /** Parcels refused for good, with what was said. */
  readonly refused: string[] = [];
  readonly #waiting: Parcel[] = [];
  #working = 0;
  #stopped = false;

  constructor(private readonly gatewayUrl: string) {}

  put(parcel: Parcel): void {
    this.#waiting.push(parcel);
    if (this.#working < IN_HAND) void this.#work();
  }

  get empty(): boolean {
    return this.#working === 0;
  }

  stop(): void {
    this.#stopped = true;
  }

  async #work(): Promise<void> {
    this.#working += 1;
    for (let parcel = this.#waiting.shift(); parcel !== undefined; parcel = this.#waiting.shift()) {
      while (!this.#stopped && !(await this.#bring(parcel))) {
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
    this.#working -= 1;
  }

  async #bring({ path, contentType, body }: Parcel): Promise<boolean> {
    try {
      const answer = await fetch(this.gatewayUrl + path, {
        method: 'POST',
        headers: { 'Content-Type': contentType },
        body: new Uint8Array(body),
      });
      const text = await answer.text();
      if (answer.status >= 400 && answer.status < 500) {
        this.refused.push(`${path} ${answer.status} ${text}`);
        return true;
      }
      return answer.ok;
    } catch {
      return false;
    }
  }
}
