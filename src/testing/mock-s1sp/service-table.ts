import { CONFIGURATION_SERVICES } from './configuration-services.js';
import { HAN_SERVICES } from './han-services.js';
import { METER_SERVICES } from './meter-services.js';
import { OTHER_SERVICES } from './other-services.js';
import { REGISTER_SERVICES } from './register-services.js';
import type { ServiceTable } from './service.js';

/** What the simulated Devices do for each Service Reference Variant that has a Device as its target. */
export const SERVICES: ServiceTable = {
  ...HAN_SERVICES,
  ...REGISTER_SERVICES,
  ...METER_SERVICES,
  ...CONFIGURATION_SERVICES,
  ...OTHER_SERVICES,
};
