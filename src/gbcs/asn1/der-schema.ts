import { CodecError } from '../../common/errors.js';
import type { ByteReader } from '../bytes/byte-reader.js';
import type { Description } from '../use-case.js';
import { type DerElement, DerReader, type ReceivedElement, tagName, writeElement } from './der-element.js';
import type { LengthForm } from './der-length.js';

/**
 * One ASN.1 type: how its values are read, written and shown. Bigger types are made of smaller ones (`sequence`,
 * `sequenceOf`, `choice`, `implicit`), and the TypeScript type of their values follows.
 */
export interface DerSchema<T> {
  /** Identifier octets an element of this type may have. */
  readonly tags: readonly number[];
  /** @throws CodecError with offset and path */
  read(element: ReceivedElement, der: DerReader): T;
  /** @throws CodecError with the path, if the value is outside the type */
  write(value: T): DerElement;
  describe(value: T): Description;
}

/** The type of the values of a schema. */
export type Infer<S> = S extends DerSchema<infer T> ? T : never;

/** A value and how it was written. */
export interface Received<T> {
  readonly value: T;
  readonly lengthForm: LengthForm;
}

/** Reads the next element of `bytes` as `schema`. @throws CodecError if it has another tag */
export function readNext<T>(schema: DerSchema<T>, bytes: ByteReader, der: DerReader): T {
  const tag = bytes.remaining > 0 ? bytes.peek() : undefined;
  if (tag === undefined || !schema.tags.includes(tag)) {
    const found = tag === undefined ? 'the end' : tagName(tag);
    throw new CodecError(`expected ${expectation(schema)}, found ${found}`, bytes.offset);
  }
  return schema.read(der.element(bytes), der);
}

/** What a schema begins with, for errors. */
export function expectation(schema: Pick<DerSchema<never>, 'tags'>): string {
  return schema.tags.map(tagName).join(' or ');
}

/** Runs `action`, and puts the name of a member before the path of any error from within. */
export function within<T>(member: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof CodecError ? error.within(member) : error;
  }
}

/**
 * Reads a whole message content.
 * @throws CodecError with the offset of the first byte that does not fit, also for bytes left over
 */
export function decodeDer<T>(schema: DerSchema<T>, content: Uint8Array): Received<T> {
  const { der, bytes } = DerReader.of(content);
  const value = readNext(schema, bytes, der);
  bytes.end('the end of the content');
  return { value, lengthForm: der.lengthForm };
}

/**
 * Writes a message content.
 * @param lengthForm `Received.lengthForm` to give back the bytes that were received
 * @throws CodecError with the path, if a value is outside its type
 */
export function encodeDer<T>(schema: DerSchema<T>, value: T, lengthForm: LengthForm = 'shortest'): Buffer {
  return writeElement(schema.write(value), lengthForm);
}
