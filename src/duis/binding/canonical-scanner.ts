import { CodecError } from '../../common/errors.js';

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const SLASH = 0x2f;
const SPACE = 0x20;

/** A bare `<?` in canonical XML starts a processing instruction, which ends with the next `?>`. */
const INSTRUCTION = /<\?[^]*?\?>/g;

/** The references canonical XML is written with (Canonical XML 1.0, clause 2.3). */
const REFERENCES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#xD;': '\r',
  '&#xA;': '\n',
  '&#x9;': '\t',
};

/**
 * Walks through canonical XML without comments, whose form leaves little to decide: no declaration, no CDATA, no empty
 * element tags, attributes in double quotes, seven references. General parsers take five times as long for a small
 * message, and seconds for a firmware image.
 */
export class CanonicalScanner {
  readonly #text: string;
  #at = 0;

  constructor(canonical: string) {
    this.#text = canonical.includes('<?') ? canonical.replace(INSTRUCTION, '') : canonical;
  }

  /** Passes white space and the name in a start tag; undefined, and nothing passed, if an end tag comes first. */
  startTag(): string | undefined {
    const text = this.#text;
    let at = this.#at;
    while (isSpace(text.charCodeAt(at))) at += 1;
    if (text.charCodeAt(at) !== LESS_THAN) throw this.#unexpected(at, 'a tag');
    if (text.charCodeAt(at + 1) === SLASH) {
      this.#at = at;
      return undefined;
    }
    const start = at + 1;
    at = start;
    for (
      let code = text.charCodeAt(at);
      code !== SPACE && code !== GREATER_THAN;
      code = text.charCodeAt(at)
    ) {
      if (Number.isNaN(code)) throw this.#unexpected(at, 'the end of a tag');
      at += 1;
    }
    this.#at = at;
    return text.slice(start, at);
  }

  /** Passes the rest of a start tag, and hands over each attribute but namespace declarations. */
  attributes(each: (name: string, value: string) => void): void {
    const text = this.#text;
    while (text.charCodeAt(this.#at) === SPACE) {
      const equals = text.indexOf('="', this.#at);
      const end = equals < 0 ? -1 : text.indexOf('"', equals + 2);
      if (end < 0) throw this.#unexpected(this.#at, 'an attribute');
      const name = text.slice(this.#at + 1, equals);
      if (!name.startsWith('xmlns')) each(name, dereference(text.slice(equals + 2, end)));
      this.#at = end + 1;
    }
    if (text.charCodeAt(this.#at) !== GREATER_THAN) throw this.#unexpected(this.#at, 'the end of a tag');
    this.#at += 1;
  }

  /** Passes the character content up to the next tag. */
  characters(): string {
    const end = this.#text.indexOf('<', this.#at);
    if (end < 0) throw this.#unexpected(this.#text.length, 'a tag');
    const content = this.#text.slice(this.#at, end);
    this.#at = end;
    return dereference(content);
  }

  /** Passes the end tag of the element with this name, prefix included. */
  endTag(name: string): void {
    if (!this.#text.startsWith(`</${name}>`, this.#at))
      throw this.#unexpected(this.#at, `the end of ${name}`);
    this.#at += name.length + 3;
  }

  /** @throws CodecError if anything but white space is left */
  end(): void {
    while (isSpace(this.#text.charCodeAt(this.#at))) this.#at += 1;
    if (this.#at < this.#text.length) throw this.#unexpected(this.#at, 'the end of the document');
  }

  #unexpected(at: number, expected: string): CodecError {
    const found = JSON.stringify(this.#text.slice(at, at + 20));
    return new CodecError(`not canonical XML: expected ${expected} at character ${at}, found ${found}`);
  }
}

function isSpace(code: number): boolean {
  return code === SPACE || code === 0x0a || code === 0x09;
}

function dereference(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&[^;]*;?/g, (reference) => {
    const character = REFERENCES[reference];
    if (character === undefined) throw new CodecError(`not canonical XML: ${reference.slice(0, 20)}`);
    return character;
  });
}
