import type { GbzComponent } from './component.js';
import { encodePayload, frameControlOf } from './frame.js';
import type { AnyZclCluster, ZclCommand } from './zcl-cluster.js';

/** A component of a Command before it has its place in the message. */
export type ComponentDraft = Omit<GbzComponent, 'sequence'>;

/**
 * The parameters of a command: each a constant of the use case, or how it follows from the request's values.
 * (No ZCL value is a function, so the two cannot be confused.)
 */
export type Fields<T, Arguments extends readonly unknown[]> = {
  readonly [Name in keyof T]: T[Name] | ((...values: Arguments) => T[Name]);
};

/** One row of a use case's command: the ZCL command, how often it is sent, and what its parameters are. */
export interface CommandPart<Values> {
  readonly command: ZclCommand;
  /** Least and most components of this row. */
  readonly instances: readonly [least: number, most: number];
  /** The parameters that do not depend on the request. */
  readonly constants: Readonly<Record<string, unknown>>;
  /** @throws CodecError if a value does not fit its type */
  build(values: Values): readonly ComponentDraft[];
}

/** Fields in two: the constants, and what is computed for each message. */
interface Evaluator<T, Arguments extends readonly unknown[]> {
  readonly constants: Readonly<Partial<T>>;
  readonly evaluate: (values: Arguments) => T;
}

function evaluator<T, Arguments extends readonly unknown[]>(
  fields: Fields<T, Arguments>,
): Evaluator<T, Arguments> {
  type Compute = (...values: Arguments) => T[keyof T];
  const constants: Partial<T> = {};
  const computed: [keyof T, Compute][] = [];
  for (const name in fields) {
    const field = fields[name];
    if (typeof field === 'function') computed.push([name, field as Compute]);
    else constants[name] = field as T[typeof name];
  }
  return {
    constants,
    evaluate(values) {
      const evaluated: Partial<T> = { ...constants };
      for (const [name, compute] of computed) evaluated[name] = compute(...values);
      return evaluated as T;
    },
  };
}

function draft<T>(command: ZclCommand<T>, values: T, fromDateTime?: number): ComponentDraft {
  return {
    cluster: command.cluster,
    frameControl: frameControlOf(command),
    command: command.id,
    ...(fromDateTime !== undefined && { fromDateTime }),
    payload: encodePayload(command, values),
  };
}

/** The words in which a use case lists its components; `Values` is what its `from` reads from the request. */
export interface PartWords<Values> {
  /**
   * A component that is always there.
   * @param fromDateTime the additional header From Date Time: seconds since 2000-01-01 UTC
   */
  readonly one: <T>(
    command: ZclCommand<T>,
    fields: Fields<T, [Values]>,
    fromDateTime?: (values: Values) => number,
  ) => CommandPart<Values>;
  /** A component for each of some items. @param instances least and most of them */
  readonly each: <Item, T>(
    instances: readonly [least: number, most: number],
    items: (values: Values) => readonly Item[],
    command: ZclCommand<T>,
    fields: Fields<T, [Item, Values]>,
  ) => CommandPart<Values>;
  /** Read Attributes of one cluster, in this order. */
  readonly readAttributes: <C extends AnyZclCluster>(
    cluster: C,
    names: readonly (keyof C['attributes'] & string)[],
  ) => CommandPart<Values>;
}

/** The words for a use case whose `from` gives `Values`. */
export function partWords<Values>(): PartWords<Values> {
  const one: PartWords<Values>['one'] = (command, fields, fromDateTime) => {
    const { constants, evaluate } = evaluator(fields);
    return {
      command,
      instances: [1, 1],
      constants: { ...constants },
      build: (values) => [draft(command, evaluate([values]), fromDateTime?.(values))],
    };
  };
  return {
    one,
    each: (instances, items, command, fields) => {
      const { constants, evaluate } = evaluator(fields);
      return {
        command,
        instances,
        constants: { ...constants },
        build: (values) => items(values).map((item) => draft(command, evaluate([item, values]))),
      };
    },
    readAttributes(cluster, names) {
      const attributes = names.map((name) => {
        const attribute = cluster.attributes[name];
        if (!attribute) throw new Error(`cluster ${cluster.name} has no attribute ${name}`);
        return attribute.id;
      });
      return one(cluster.foundation.readAttributes, { attributes });
    },
  };
}

/** Puts drafts in their order: sequence numbers count from 0. */
export function numbered(drafts: readonly ComponentDraft[]): GbzComponent[] {
  return drafts.map((component, sequence) => ({ ...component, sequence }));
}
