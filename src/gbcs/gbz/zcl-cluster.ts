import { type FoundationCommands, foundationCommands } from './foundation.js';
import type { Parameters, ValuesOf } from './structures.js';
import { structure } from './structures.js';
import type { ZclType } from './zcl-type.js';

/** Who sends a command; "publish" commands go from the server to the meter. */
export type Direction = 'client to server' | 'server to client';

/** A command as it appears in one cluster: identity and payload layout. */
export interface ZclCommand<T = unknown> {
  /** Cluster identifier. */
  readonly cluster: number;
  /** False for the profile-wide commands that every cluster has (Read Attributes, Default Response ...). */
  readonly clusterSpecific: boolean;
  readonly id: number;
  readonly direction: Direction;
  /** camelCase, as in its cluster's table. */
  readonly name: string;
  readonly payload: ZclType<T>;
}

/** An attribute of a cluster. */
export interface ZclAttribute {
  readonly id: number;
  readonly name: string;
  readonly type: ZclType<unknown>;
}

/** The row of a command in a cluster's table: what one writes down. */
interface CommandRow {
  readonly id: number;
  readonly parameters: Parameters;
}

/** The row of an attribute in a cluster's table. */
interface AttributeRow {
  readonly id: number;
  readonly type: ZclType<unknown>;
}

type Rows<Row> = Readonly<Record<string, Row>>;
type CommandsOf<R extends Rows<CommandRow>> = {
  readonly [Name in keyof R]: ZclCommand<ValuesOf<R[Name]['parameters']>>;
};
type AttributesOf<R extends Rows<AttributeRow>> = { readonly [Name in keyof R]: ZclAttribute };

/** What code that does not care which cluster it is can rely on. */
export interface AnyZclCluster {
  /** Cluster identifier, 2 bytes. */
  readonly id: number;
  readonly name: string;
  readonly attributes: Rows<ZclAttribute>;
  /** Commands the server sends. */
  readonly fromServer: Rows<ZclCommand>;
  /** Commands the client sends. */
  readonly fromClient: Rows<ZclCommand>;
  readonly foundation: FoundationCommands;
}

/** A cluster with the commands and attributes that GB use cases and their answers carry. */
export interface ZclCluster<
  A extends Rows<AttributeRow>,
  S extends Rows<CommandRow>,
  C extends Rows<CommandRow>,
> extends AnyZclCluster {
  readonly attributes: AttributesOf<A>;
  readonly fromServer: CommandsOf<S>;
  readonly fromClient: CommandsOf<C>;
}

function commandsOf<R extends Rows<CommandRow>>(
  cluster: number,
  direction: Direction,
  rows: R,
): CommandsOf<R> {
  const commands = Object.entries(rows).map(([name, { id, parameters }]) => [
    name,
    { cluster, clusterSpecific: true, id, direction, name, payload: structure(parameters, name) },
  ]);
  return Object.fromEntries(commands) as CommandsOf<R>;
}

/** Makes a cluster of its table: names and cluster identifier are stamped on every row. */
export function zclCluster<
  const A extends Rows<AttributeRow>,
  const S extends Rows<CommandRow>,
  const C extends Rows<CommandRow>,
>(table: {
  readonly id: number;
  readonly name: string;
  readonly attributes: A;
  readonly fromServer: S;
  readonly fromClient: C;
}): ZclCluster<A, S, C> {
  const named = Object.entries(table.attributes).map(([name, row]) => [name, { name, ...row }]);
  const attributes = Object.fromEntries(named) as AttributesOf<A>;
  const fromServer = commandsOf(table.id, 'server to client', table.fromServer);
  const fromClient = commandsOf(table.id, 'client to server', table.fromClient);
  return {
    id: table.id,
    name: table.name,
    attributes,
    fromServer,
    fromClient,
    foundation: foundationCommands(
      table.id,
      Object.values(attributes),
      Object.values<ZclCommand>(fromServer),
      Object.values<ZclCommand>(fromClient),
    ),
  };
}
