import { CodecError } from '../../common/errors.js';
import { parseCertificate } from '../../smki/index.js';
import type { Description } from '../use-case.js';
import { DerReader } from './der-element.js';
import type { DerSchema } from './der-schema.js';

const SEQUENCE = 0x30;
const BIT_STRING = 0x03;

/** What X.509 signs is a SEQUENCE of the object, the algorithm and the signature. */
const PARTS: readonly number[] = [SEQUENCE, SEQUENCE, BIT_STRING];

/** X.509 certificate (RFC 5280), kept as its bytes: what is signed must not be written anew. */
export const certificate: DerSchema<Buffer> = {
  ...signedObject('certificate'),
  describe: describeCertificate,
};

/** PKCS#10 certification request, kept as its bytes. */
export const certificationRequest = signedObject('certification request');

function signedObject(what: string): DerSchema<Buffer> {
  const check = (encoded: Uint8Array, base?: number): Buffer => {
    const { der, bytes } = DerReader.of(encoded, base ?? 0);
    const outer = der.element(bytes);
    bytes.end(`the end of the ${what}`);
    const tags: number[] = [];
    while (outer.contents.remaining > 0) tags.push(der.element(outer.contents).tag);
    if (outer.tag !== SEQUENCE || tags.join() !== PARTS.join() || der.lengthForm !== 'shortest') {
      throw new CodecError(`not a ${what}`, base);
    }
    return Buffer.from(encoded);
  };
  return {
    tags: [SEQUENCE],
    read: (element) => check(element.encoded, element.offset),
    write: (value) => ({ encoded: check(value) }),
    describe: (value) => value.toString('hex').toUpperCase(),
  };
}

/** What a certificate says, and its bytes; only those if it is not one of the smart metering PKI. */
function describeCertificate(encoded: Buffer): Description {
  const der = encoded.toString('hex').toUpperCase();
  try {
    const { eui, holder, role, keyUsage, subject, issuer, serialNumber, notBefore, notAfter } =
      parseCertificate(encoded);
    return {
      holder,
      ...(eui !== undefined && { entityIdentifier: eui }),
      ...(role && { remotePartyRole: role.name }),
      keyUsage,
      subject,
      issuer,
      serialNumber: serialNumber.toString(16).toUpperCase(),
      notBefore: notBefore.toISOString(),
      notAfter: notAfter.toISOString(),
      der,
    };
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    return { der };
  }
}
