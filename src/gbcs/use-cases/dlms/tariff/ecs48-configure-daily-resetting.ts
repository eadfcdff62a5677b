import { array, date, structure, time } from '../../../dlms/index.js';
import { dlmsUseCase, set } from '../engine/index.js';
import { ANY_DATE } from '../shared/calendar-date.js';

const MIDNIGHT = { hour: 0, minute: 0, second: 0, hundredths: 0 };
const NO_TIME = { hour: 0xff, minute: 0xff, second: 0xff, hundredths: 0xff };

/**
 * Configure daily resetting of Tariff Block Counter Matrix: at midnight of any day, or never. That a time of all ones
 * means never is inferred from the activation times of GBCS; the reference data only switch it on.
 */
export const ECS48 = dlmsUseCase({
  code: 'ECS48',
  title: 'Configure daily resetting of Tariff Block Counter Matrix',
  messageCode: 0x00db,
  messageType: 'SME.C.C',
  serviceReferenceVariants: ['6.26'],
  targets: ['ESME'],
  source: 'GBCS mapping table row 1966; RTDS 4.5.0 ECS48',
  command: {
    resetTimes: set({ classId: 22, obis: '0-0:15.1.0.255' }, 4, array(structure({ time, date }), 1)),
  },
  from: {
    UpdateDeviceConfigurationDailyResettingOfTariffBlockCounterMatrix: (content) => ({
      resetTimes: [{ time: content.DailyTariffBlockCounterMatrixReset ? MIDNIGHT : NO_TIME, date: ANY_DATE }],
    }),
  },
});
