import { CodecError, InternalError } from '../../common/errors.js';
import type { Decrypt, Description } from '../use-case.js';
import { type AlertDetailCodec, decodeGbzAlert } from './alert.js';
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

/** Makes a use case of an Alert: it has no Command and no Response. */
export function gbzAlertUseCase<T = never>(row: GbzAlertRow<T>): GbzUseCase {
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
