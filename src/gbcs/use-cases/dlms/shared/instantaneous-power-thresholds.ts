import { array, mapped } from '../../../dlms/index.js';
import { CodecError } from '../../../../common/errors.js';
import { watts } from './units.js';

export const THRESHOLD_OBJECT = { classId: 21, obis: '0-0:16.0.0.255' } as const;

/** Thresholds between low, medium and high active power import, in watts. */
export interface InstantaneousPowerThresholds {
  readonly lowMedium: number;
  readonly mediumHigh: number;
}

/** Array of two. Source: mapping table rows 862, 863. */
export const instantaneousPowerThresholds = mapped<readonly number[], InstantaneousPowerThresholds>(
  array(watts, 2),
  {
    toWire: ({ lowMedium, mediumHigh }) => [lowMedium, mediumHigh],
    fromWire([lowMedium, mediumHigh]) {
      if (lowMedium === undefined || mediumHigh === undefined)
        throw new CodecError('expected two thresholds');
      return { lowMedium, mediumHigh };
    },
    describe: ({ lowMedium, mediumHigh }) => ({
      lowMedium: watts.describe(lowMedium),
      mediumHigh: watts.describe(mediumHigh),
    }),
  },
);
