import { expect } from 'chai';
import forge from 'node-forge';
import { CodecError } from '../../../src/common/errors.js';
import { decodeDer, type DerSchema, encodeDer } from '../../../src/gbcs/asn1/der-schema.js';

/** Runs a pair of value and hex through both directions, with node-forge as the judge of the DER. */
export function expectPair<T>(schema: DerSchema<T>, value: T, hex: string): void {
  const encoded = encodeDer(schema, value);
  expect(encoded.toString('hex')).to.equal(hex);
  expect(decodeDer(schema, encoded)).to.deep.equal({ value, lengthForm: 'shortest' });
  const judged = forge.asn1.fromDer(encoded.toString('latin1'), true);
  expect(Buffer.from(forge.asn1.toDer(judged).getBytes(), 'latin1').toString('hex')).to.equal(hex);
}

/** Expects that decoding fails with this reason, at this offset and path. */
export function expectRefusal<T>(
  schema: DerSchema<T>,
  hex: string,
  expected: { readonly reason: string; readonly offset: number; readonly path?: string },
): void {
  const error = codecError(() => decodeDer(schema, Buffer.from(hex, 'hex')));
  expect(error.reason).to.include(expected.reason);
  expect({ offset: error.offset, path: error.path }).to.deep.equal({
    offset: expected.offset,
    path: expected.path ?? '',
  });
}

export function codecError(action: () => unknown): CodecError {
  try {
    action();
  } catch (error) {
    if (error instanceof CodecError) return error;
    throw error;
  }
  throw new Error('expected a CodecError');
}
