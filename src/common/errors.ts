/** Base of every error this gateway raises on purpose; `code` is stable and may be matched by callers. */
export abstract class GatewayError extends Error {
  abstract readonly code: string;

  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** A Service Request the gateway refuses with a DUIS Response Code; the message is for the operator only. */
export class DuisRejection extends GatewayError {
  readonly code = 'DUIS_REJECTION';

  /** @param responseCode a value of the DUIS ResponseCode enumeration, such as `E19` */
  constructor(
    readonly responseCode: string,
    reason: string,
    options?: { cause?: unknown },
  ) {
    super(reason, options);
  }
}

/** Bytes or a value that an encoding rule does not allow. */
export class CodecError extends GatewayError {
  readonly code = 'CODEC';

  /**
   * @param path where in the message, such as `content.items[3].data`; empty at the root
   * @param offset first offending byte, counted from the start of the input; absent when encoding
   */
  constructor(
    readonly reason: string,
    readonly offset?: number,
    readonly path: string = '',
  ) {
    super(`${path === '' ? '' : `${path}: `}${reason}${offset === undefined ? '' : ` at byte ${offset}`}`);
  }

  /** The same error seen from the enclosing structure. */
  within(member: string): CodecError {
    const joined =
      this.path === '' ? member : this.path.startsWith('[') ? member + this.path : `${member}.${this.path}`;
    return new CodecError(this.reason, this.offset, joined);
  }
}

/** A setting that cannot be used; the message names the setting and what it may be. */
export class ConfigError extends GatewayError {
  readonly code = 'CONFIG';

  constructor(
    readonly setting: string,
    reason: string,
  ) {
    super(`${setting}: ${reason}`);
  }
}

/** Another system (User, S1SP, Communications Hub network) that did not do its part. */
export class PeerError extends GatewayError {
  readonly code = 'PEER';

  constructor(
    reason: string,
    readonly retryable: boolean,
    options?: { cause?: unknown },
  ) {
    super(reason, options);
  }
}

/** A bug in the gateway. */
export class InternalError extends GatewayError {
  readonly code = 'INTERNAL';
}
