import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import { clusterOf } from '../gbcs/gbz/cluster-catalogue.js';
import type { ZclType } from '../gbcs/gbz/zcl-type.js';

/** An attribute's value with the type it is reported as. */
export interface AttributeValue {
  /** ZCL data type identifier. */
  readonly dataType: number;
  readonly value: unknown;
}

/** More than any type needs whose zero is written with a fixed length. */
const ZEROES = Buffer.alloc(16);

/** The ZigBee attributes of a virtual Device: those its clusters have, zero or empty until something gives them a value. */
export class ZigbeeAttributes {
  readonly #values = new Map<string, () => AttributeValue>();

  /** The value of an attribute; undefined if the cluster has no such attribute. */
  read(cluster: number, attribute: number): AttributeValue | undefined {
    const known = this.#values.get(nameOf(cluster, attribute));
    if (known !== undefined) return known();
    const type = typeOf(cluster, attribute);
    return type?.dataTypeId === undefined ? undefined : { dataType: type.dataTypeId, value: zeroOf(type) };
  }

  /** Keeps a value. */
  keep(cluster: number, attribute: number, value: AttributeValue): void {
    this.#values.set(nameOf(cluster, attribute), () => value);
  }

  /** Keeps a value under the type the cluster's table gives. @param value in the type's own form */
  set(cluster: number, attribute: number, value: unknown): void {
    this.define(cluster, attribute, () => value);
  }

  /** Lets a value follow from the state of the Device. */
  define(cluster: number, attribute: number, value: () => unknown): void {
    const dataType = typeOf(cluster, attribute)?.dataTypeId;
    if (dataType === undefined) throw new Error(`cluster ${cluster} has no attribute ${attribute}`);
    this.#values.set(nameOf(cluster, attribute), () => ({ dataType, value: value() }));
  }
}

const nameOf = (cluster: number, attribute: number): string => `${cluster} ${attribute}`;

function typeOf(cluster: number, attribute: number): ZclType<unknown> | undefined {
  const attributes = Object.values(clusterOf(cluster)?.attributes ?? {});
  return attributes.find(({ id }) => id === attribute)?.type;
}

/** What the type reads in zeroes: 0, no text, no bit set. */
function zeroOf(type: ZclType<unknown>): unknown {
  return type.read(new ByteReader(ZEROES));
}
