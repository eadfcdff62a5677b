import { childrenOf, contentOf, type DerElement, oidOf } from './der.js';

/** Attribute types by object identifier; others keep their dotted form. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
};

const SPECIAL = /[,+"\\<>;=]|^[ #]| $/g;

/** One attribute of a name, with its value as the bytes of its string type. */
export interface NameAttribute {
  readonly oid: string;
  readonly value: Buffer;
}

/** The attributes of a DER Name, in its order. @throws CodecError if it is none */
export function readNameAttributes(name: DerElement | undefined): readonly NameAttribute[] {
  return childrenOf(name, 'name').flatMap((rdn) =>
    childrenOf(rdn, 'relative distinguished name').map((attribute) => {
      const [type, value] = childrenOf(attribute, 'name attribute');
      return { oid: oidOf(type, 'attribute type'), value: contentOf(value, 'attribute value') };
    }),
  );
}

/** The name as RFC 2253 writes it, last attribute first: `CN=Z1,OU=07`. This is what X509IssuerName holds. */
export function formatName(attributes: readonly NameAttribute[]): string {
  return attributes
    .map(({ oid, value }) => `${SHORT_NAMES[oid] ?? oid}=${value.toString('utf8').replace(SPECIAL, '\\$&')}`)
    .reverse()
    .join(',');
}

/**
 * A form in which two spellings of one name are equal: attribute types by short name, no space around separators,
 * case folded (X.520 caseIgnoreMatch), attributes sorted. Peers write `CN=Z1,OU=07`, `CN=Z1, OU=07` and `OU=07,CN=Z1`
 * for the same issuer; OpenSSL-based ones separate with line breaks or slashes.
 */
export function normaliseName(text: string): string {
  return splitName(text)
    .map((attribute) => {
      const equals = attribute.indexOf('=');
      const type = attribute
        .slice(0, Math.max(equals, 0))
        .trim()
        .toUpperCase()
        .replace(/^OID\./, '');
      const value = attribute
        .slice(equals + 1)
        .trim()
        .replace(/\s+/g, ' ')
        .toLowerCase();
      return `${SHORT_NAMES[type] ?? type}=${value}`;
    })
    .sort()
    .join(',');
}

/** Attributes as `type=value` with escapes and quotes resolved. */
function splitName(text: string): string[] {
  const separators = text.startsWith('/') ? '/' : ',;+\n';
  const attributes: string[] = [];
  let current = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') {
      const hex = /^[0-9A-Fa-f]{2}/.exec(text.slice(at + 1));
      current += hex ? String.fromCharCode(parseInt(hex[0], 16)) : text.charAt(at + 1);
      at += hex ? 2 : 1;
    } else if (character === '"') {
      quoted = !quoted;
    } else if (!quoted && separators.includes(character)) {
      attributes.push(current);
      current = '';
    } else {
      current += character;
    }
  }
  attributes.push(current);
  return attributes.filter((attribute) => attribute.trim() !== '');
}
