import type { AccessRequestItem } from '../../../dlms/access-request.js';
import type { Flatten } from '../../../dlms/composites.js';
import { within } from '../../../dlms/dlms-type.js';
import type { Description } from '../../../use-case.js';
import type { CommandItem, ItemValue } from './command-item.js';

/** Parts of a Command by name, in the order of transmission. */
export type Items = Readonly<Record<string, CommandItem<unknown>>>;

/** Values by part. Parts without a value (plain reads, constants) and parts that may be missing can be left out. */
export type GroupValue<I> = Flatten<
  {
    readonly [K in keyof I as undefined extends ItemValue<I[K]> ? never : K]: ItemValue<I[K]>;
  } & {
    readonly [K in keyof I as undefined extends ItemValue<I[K]> ? K : never]?: ItemValue<I[K]>;
  }
>;

/** Several parts one after another: a whole Command, or a piece that use cases share. */
export function group<const I extends Items>(items: I): CommandItem<GroupValue<I>> {
  type Value = GroupValue<I>;
  const entries = Object.entries<CommandItem<unknown>>(items);
  const first = entries[0]?.[1];
  const valueOf = (value: Value, name: string) => (value as Readonly<Record<string, unknown>>)[name];
  return {
    accesses: entries.flatMap(([, item]) => item.accesses),
    write: (facts, value) =>
      entries.flatMap(([name, item]) => within(name, () => item.write(facts, valueOf(value, name)))),
    startsWith: (next) => first?.startsWith(next) === true,
    read(request) {
      const value: Record<string, unknown> = {};
      for (const [name, item] of entries) {
        const part = within(name, () => item.read(request));
        if (part !== undefined) value[name] = part;
      }
      return value as Value;
    },
    describeCommand(value) {
      const description: Record<string, Description> = {};
      for (const [name, item] of entries) {
        const told = item.describeCommand(valueOf(value, name));
        if (told !== null) description[name] = told;
      }
      return description;
    },
    resultCount: (withOptional) =>
      entries.reduce((count, [, item]) => count + item.resultCount(withOptional), 0),
    describeResponse(response) {
      const description: Record<string, Description> = {};
      for (const [name, item] of entries) {
        const told = within(name, () => item.describeResponse(response));
        if (told !== null) description[name] = told;
      }
      return description;
    },
  };
}

/** A part that is left out where its value is undefined. For parts without a value, see `included`. */
export function optional<V>(item: CommandItem<V>): CommandItem<V | undefined> {
  return {
    accesses: item.accesses,
    write: (facts, value) => (value === undefined ? [] : item.write(facts, value)),
    startsWith: (next) => item.startsWith(next),
    read(request) {
      const next = request.peek();
      return next && item.startsWith(next) ? item.read(request) : undefined;
    },
    describeCommand: (value) => (value === undefined ? null : item.describeCommand(value)),
    resultCount: (withOptional) => (withOptional ? item.resultCount(true) : 0),
    describeResponse: (response) => (response.withOptional ? item.describeResponse(response) : null),
  };
}

/** A part without a value of its own, there only if its value is true. */
export function included(item: CommandItem<undefined>): CommandItem<boolean | undefined> {
  const part = optional(mapValue<undefined, true>(item, { toItem: () => undefined, fromItem: () => true }));
  return mapValue<true | undefined, boolean | undefined>(part, {
    toItem: (present) => (present === true ? true : undefined),
    fromItem: (present) => present,
  });
}

/** The same part for `n` = 1 to `count`; values in that order. */
export function repeat<V>(count: number, item: (n: number) => CommandItem<V>): CommandItem<readonly V[]> {
  const items = Array.from({ length: count }, (_, index) => item(index + 1));
  return {
    accesses: items.flatMap((one) => one.accesses),
    write: (facts, values) =>
      items.flatMap((one, index): readonly AccessRequestItem[] =>
        within(index, () => one.write(facts, values[index] as V)),
      ),
    startsWith: (next) => items.some((one) => one.startsWith(next)),
    read: (request) => items.map((one, index) => within(index, () => one.read(request))),
    describeCommand: (values) => items.map((one, index) => one.describeCommand(values[index] as V)),
    resultCount: (withOptional) => items.reduce((sum, one) => sum + one.resultCount(withOptional), 0),
    describeResponse: (response) => items.map((one) => one.describeResponse(response)),
  };
}

/** The same part with another kind of value. */
export function mapValue<Wire, Value>(
  item: CommandItem<Wire>,
  change: { readonly toItem: (value: Value) => Wire; readonly fromItem: (wire: Wire) => Value },
): CommandItem<Value> {
  return {
    ...item,
    write: (facts, value) => item.write(facts, change.toItem(value)),
    read: (request) => change.fromItem(item.read(request)),
    describeCommand: (value) => item.describeCommand(change.toItem(value)),
  };
}
