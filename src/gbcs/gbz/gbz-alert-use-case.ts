import { CodecError, InternalError } from '../../common/errors.js';
import type { Decrypt, Description } from '../use-case.js';
import { type AlertDetailCodec, decodeGbzAlert, encodeGbzAlert, type GbzAlert } from './alert.js';
import type { GbzUseCase, GbzUseCaseFacts } from './gbz-use-case.js';
import { formatUtcTime } from './utc-time.js';

/** The row of a use case that is nothing but an Alert. */
export interface GbzAlertRow<T> extends Omit<
  GbzUseCaseFacts,
  'serviceReferenceVariants' | 'response' | 'originator'
> {
  /** What follows code and time; absent if nothing does. */
  readonly detail?: AlertDetailCodec<T> & { describe(value: T, decrypt?: Decrypt): Description };
}

/** A use case that is an Alert, with its content typed. */
export interface GbzAlertUseCase<T> extends GbzUseCase {
  /** @throws CodecError with the offset within `content` */
  decodeAlert(content: Uint8Array): GbzAlert<T>;
  /** @throws CodecError if a value does not fit */
  encodeAlert(alert: GbzAlert<T>): Buffer;
}

/** Makes a use case of an Alert: it has no Command and no Response. */
export function gbzAlertUseCase<T = never>(row: GbzAlertRow<T>): GbzAlertUseCase<T> {
  const { detail, ...facts } = row;
  const none = (what: string) => (): never => {
    throw new CodecError(`${row.code} is an Alert and has no ${what}`);
  };
  return {
    ...facts,
    encoding: 'GBZ',
    serviceReferenceVariants: [],
    parts: [],
    buildContent() {
      throw new InternalError(`${row.code} is never sent by a Remote Party`);
    },
    describeCommand: none('Command'),
    describeResponse: none('Response'),
    decodeAlert: (content) => decodeGbzAlert(content, detail),
    encodeAlert: (alert) => encodeGbzAlert(alert, detail),
    describeAlert(content, decrypt) {
      const alert = decodeGbzAlert(content, detail);
      return {
        alertCode: alert.alertCode.toString(16).toUpperCase().padStart(4, '0'),
        time: formatUtcTime(alert.time),
        ...(alert.detail !== undefined && detail && { detail: detail.describe(alert.detail, decrypt) }),
      };
    },
  };
}
