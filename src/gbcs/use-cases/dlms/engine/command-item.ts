import { CodecError } from '../../../../common/errors.js';
import type { Eui64 } from '../../../../common/eui64.js';
import type { AccessRequestItem, DecodedRequestItem } from '../../../dlms/access-request.js';
import type { DecodedResult } from '../../../dlms/access-response.js';
import type { AccessSpecification } from '../../../dlms/access-specification.js';
import type { Decrypt, Description } from '../../../use-case.js';

/** What a Command's content depends on besides the request. */
export interface CommandFacts {
  /** Counter of the Grouping Header. */
  readonly originatorCounter: bigint;
  /** Who reads encrypted answers: the User, also where the Access Control Broker sends the Command for it. */
  readonly remoteParty: Eui64;
  readonly recipient: Eui64;
}

/**
 * A part of a Command: one access item, or several. It writes them from values of `V`, reads them back, and explains
 * Command and Response.
 */
export interface CommandItem<V> {
  /** The accesses it stands for, those that may be missing included; protected reads count as their one action. */
  readonly accesses: readonly AccessSpecification[];
  write(facts: CommandFacts, value: V): readonly AccessRequestItem[];
  /** Whether `next` begins this part; only asked where the part may be missing. */
  startsWith(next: DecodedRequestItem): boolean;
  /** @throws CodecError if what comes next is something else */
  read(request: RequestCursor): V;
  describeCommand(value: V): Description;
  /** How many results answer this part, with and without what may be missing. */
  resultCount(withOptional: boolean): number;
  describeResponse(response: ResponseCursor): Description;
}

/** The type of the values of a `CommandItem`. */
export type ItemValue<Item> = Item extends CommandItem<infer V> ? V : never;

/** Walks through the items of a Command that is read. */
export class RequestCursor {
  private position = 0;

  constructor(private readonly items: readonly DecodedRequestItem[]) {}

  peek(): DecodedRequestItem | undefined {
    return this.items[this.position];
  }

  /** @throws CodecError if there is no further item */
  next(): DecodedRequestItem {
    const item = this.items[this.position];
    if (!item) throw new CodecError(`expected more than ${this.items.length} items`);
    this.position++;
    return item;
  }

  /** @throws CodecError if items are left over */
  end(): void {
    const left = this.items[this.position];
    if (left) {
      throw new CodecError(`${this.items.length - this.position} items left over`, left.data.offset);
    }
  }
}

/** Walks through the results of a Response. */
export class ResponseCursor {
  private position = 0;

  /** @param withOptional whether the parts that may be missing are there */
  constructor(
    private readonly results: readonly DecodedResult[],
    readonly withOptional: boolean,
    readonly decrypt: Decrypt,
  ) {}

  /** @throws CodecError if there is no further result */
  next(): DecodedResult {
    const result = this.results[this.position];
    if (!result) throw new CodecError(`expected more than ${this.results.length} results`);
    this.position++;
    return result;
  }
}
