import { read, type ServiceTable, update } from './service.js';

/**
 * Services of parts that SMETS1 Devices do not have. They are not eligible by default; for an operator who makes them
 * so, the mock answers that they were done, and reads find nothing.
 */
export const OTHER_SERVICES: ServiceTable = {
  '6.14.1': update('UpdateDeviceConfigurationALCDescriptions', 'UpdateDeviceConfigurationALCDescriptionsRsp'),
  '6.14.2': update('UpdateDeviceConfigurationALCScheduler', 'UpdateDeviceConfigurationALCSchedulerRsp'),
  /** The schema has no body of its own for it. */
  '6.14.3': update(
    'UpdateDeviceConfigurationAuxiliaryControllerScheduler',
    'UpdateDeviceConfigurationALCSchedulerRsp',
  ),
  '6.28': update('SetCHFSubGHzConfiguration', 'SetCHFSubGHzConfigurationRsp'),
  '6.29': update('RequestCHFSubGHzChannelScan', 'RequestCHFSubGHzChannelScanRsp'),
  '6.30': read('ReadCHFSubGHzConfigurationRsp', () => ({})),
  '6.31': read('ReadCHFSubGHzChannelRsp', () => ({})),
  '6.32': read('ReadCHFSubGHzChannelLogRsp', () => ({})),
  '7.5': update('ActivateAuxiliaryLoad', 'ActivateAuxiliaryLoadRsp'),
  '7.6': update('DeactivateAuxiliaryLoad', 'DeactivateAuxiliaryLoadRsp'),
  '7.7': read('ReadALCSDataRsp', () => ({})),
  '7.8': update('ResetAuxiliaryLoad', 'ResetAuxiliaryLoadRsp'),
  '7.9': update('AddAuxiliaryLoadToBoostButton', 'AddAuxiliaryLoadToBoostButtonRsp'),
  '7.10': update('RemoveAuxiliaryLoadFromBoostButton', 'RemoveAuxiliaryLoadFromBoostButtonRsp'),
  '7.11': read('ReadBoostButtonDetailsRsp', () => ({ BoostFunctionAvailability: false })),
  '7.12': update('SetRandomisedOffsetLimit', 'SetRandomisedOffsetLimitRsp'),
  '7.13': update('SetAuxiliaryControllerState', 'SetAuxiliaryControllerStateRsp'),
  '7.14': read('ReadAuxiliaryControllerConfigurationDataRsp', () => ({})),
  '7.15': read('ReadAuxiliaryControllerOperationalDataRsp', () => ({})),
  '7.16': update('LimitAPCLevel', 'LimitAPCLevelRsp'),
  '8.5': update('ServiceOptOut', 'ServiceOptOutRsp'),
};
