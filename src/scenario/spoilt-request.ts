import { z } from 'zod';

/** One byte more than the largest body a gateway takes unless told otherwise. */
const TOO_LARGE = 16_777_217;

const EXTERNAL_ENTITY = '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/hostname">]>';

/** What can be wrong with the bytes of a message, and how it is done to a signed one. */
const WAYS = {
  /** It has no signature. */
  unsigned: (text) => text.replace(/<(?:\w+:)?Signature[ >][^]*<\/(?:\w+:)?Signature>/, ''),
  /** Its RequestID was changed after it was signed. */
  tampered: (text) => text.replace(/(RequestID>[^<]*)</, '$10<'),
  /** It names a certificate nobody knows. */
  'of an unknown signer': (text) => text.replace(/(X509SerialNumber>)\d+</, '$11<'),
  /** Its second half is missing. */
  'cut off': (text) => text.slice(0, Math.floor(text.length / 2)),
  /** It has a document type that names a file. */
  'with a document type': (text) => EXTERNAL_ENTITY + text.replace(/^<\?xml[^>]*\?>/, ''),
  'not XML': () => 'Dear DCC, please read my meter.',
  empty: () => '',
  'too large': (text) => text + ' '.repeat(TOO_LARGE - Buffer.byteLength(text)),
} as const satisfies Readonly<Record<string, (signed: string) => string>>;

/** What is wrong with the bytes of a message. */
export type Spoilt = keyof typeof WAYS;

/** What of a request can be other than a User does it who does all right. */
export const SPOILT = {
  /** What is wrong with its bytes. */
  spoilt: z.enum(Object.keys(WAYS) as [Spoilt, ...Spoilt[]]).optional(),
  /** The User whose key signs it, in place of the sender's. */
  signedBy: z.string().optional(),
  /** The User whose key signs the Pre-Command, in place of the sender's. */
  preCommandSignedBy: z.string().optional(),
  /** Originator Counter in the RequestID, in place of the next one. */
  counter: z
    .string()
    .regex(/^\d{1,20}$/, 'not an Originator Counter')
    .optional(),
  /** DUIS version of the request, in place of 5.4. */
  version: z.string().optional(),
  /** The web service it is posted to, in place of that of its Command Variant. */
  service: z.enum(['transform', 'send-command', 'non-device']).optional(),
  /** Content type of the HTTP request, in place of application/xml. */
  contentType: z.string().optional(),
};

/** How a request is spoilt; not at all where all is absent. */
export type Spoiling = Partial<z.output<z.ZodObject<typeof SPOILT>>>;

/** The bytes of a signed message with what is to be wrong with them. @param how undefined: nothing */
export function spoiltMessage(signed: Buffer, how: Spoilt | undefined): Buffer {
  return how === undefined ? signed : Buffer.from(WAYS[how](signed.toString('utf8')));
}

/** The text of a request in another DUIS version. */
export function ofVersion(text: string, version: string | undefined): string {
  return version === undefined ? text : text.replace(/schemaVersion="[^"]*"/, `schemaVersion="${version}"`);
}
