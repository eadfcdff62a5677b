import { at, each, hexadecimal, instant, number, truth, words } from '../conversions.js';
import { controllerAction } from '../controller-actions.js';
import { ofCommand } from '../gbz-readers.js';
import type { ResponseRow } from '../response-row.js';
import type { Conversion } from '../conversions.js';

/** Further information of a power event: a number of 2 bytes. Source: GBCS ECS35e. */
const OTHER_INFORMATION_BYTES = 2;

/** Octets in hexadecimal; a number as octets. An empty octet-string tells nothing. */
const otherInformation: Conversion = (value) => {
  if (typeof value === 'number')
    return value
      .toString(16)
      .toUpperCase()
      .padStart(2 * OTHER_INFORMATION_BYTES, '0');
  return value === '' ? undefined : hexadecimal(value);
};

const ofController = controllerAction('switchNumberAndAction');

/** Event and security logs: 6.13; boosts: 7.11; load limiting: 4.15. */
export const EVENT_LOGS: readonly ResponseRow[] = [
  {
    useCases: ['ECS35a', 'ECS35b', 'ECS35c', 'ECS35d', 'ECS35e'],
    elements: {
      Log: {
        LogEntry: each('entries', {
          Timestamp: at('timestamp', instant),
          LogCode: at('logCode', hexadecimal),
          OtherInformation: at('otherInformation', otherInformation),
        }),
      },
    },
    source: 'MMC schema 5.4, ReadEventOrSecurityLogRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['CS10a', 'CS10b'],
    elements: {
      Log: {
        LogEntry: ofCommand(
          'publishEventLog',
          each('events', {
            Timestamp: at('eventTime', instant),
            LogCode: at('eventId', hexadecimal),
            OtherInformation: at('eventData', otherInformation),
          }),
        ),
      },
    },
    source: 'MMC schema 5.4, ReadEventOrSecurityLogRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS35f', 'ECS35g'],
    elements: {
      ALCSEvent: {
        ALCSEventLogEntry: each('entries', {
          Timestamp: at('timestamp', instant),
          SwitchNumber: ofController('SwitchNumber'),
          SwitchAction: ofController('SwitchAction'),
          Outcome: at('outcome', words({ 0: 'Outcome not known', 1: 'Success', 2: 'Failure' })),
          HANCommandID: at('hanCommandId', number),
          AuxiliaryControllerLevel: ofController('AuxiliaryControllerLevel'),
          InputFromControlledLoad: ofController('InputFromControlledLoad'),
        }),
      },
    },
    source:
      'MMC schema 5.4, ReadEventOrSecurityLogRsp, in the order of its outcomes; the scripts of ECS46 and ECS47',
    mark: 'inferred',
  },
  {
    useCases: ['ECS61c'],
    elements: {
      EventLogEntry: each('log', { BoostEnd: at('end', instant), BoostStart: at('start', instant) }),
      BoostFunctionAvailability: at('available', truth),
      BoostFunctionControl1Value: at('boosted1', truth),
      BoostFunctionControl2Value: at('boosted2', truth),
      BoostFunctionControl3Value: at('boosted3', truth),
      BoostFunctionControl4Value: at('boosted4', truth),
      BoostFunctionControl5Value: at('boosted5', truth),
    },
    source: 'MMC schema 5.4, ReadBoostButtonDetailsRsp',
    mark: 'confirmed',
  },
  {
    useCases: ['ECS27'],
    elements: {
      LoadLimitCounterValue: at('loadLimitCounter.value', number),
      LoadLimitPowerThreshold: at('powerThreshold', number),
      LoadLimitPeriod: at('period', number),
      LoadLimitRestorationPeriod: at('restorationPeriod', number),
      LoadLimitSupplyState: at('disablesSupply', words({ true: 'Disable', false: 'Unchanged' })),
    },
    source: 'MMC schema 5.4, ReadLoadLimitDataRsp',
    mark: 'confirmed',
  },
];
