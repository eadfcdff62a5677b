import { array, oneOf, profileBuffer, structure, zigbeeUtcTime } from '../../../dlms/index.js';
import { accountValues } from './prepayment-read-log-entry.js';
import { wattHours } from './units.js';

/** Numbers of registers: 48 time-of-use, 8 for each block, 4 time-of-use of the second element. */
const TOU = 48;
const BLOCK_TOU = 8;
const SECONDARY_TOU = 4;

const blocks = {
  tariffTouBlock1: array(wattHours, BLOCK_TOU),
  tariffTouBlock2: array(wattHours, BLOCK_TOU),
  tariffTouBlock3: array(wattHours, BLOCK_TOU),
  tariffTouBlock4: array(wattHours, BLOCK_TOU),
};

/** What is kept of a single element meter. */
export const singleElement = {
  timestamp: zigbeeUtcTime,
  activeImport: wattHours,
  tariffTou: array(wattHours, TOU),
  ...blocks,
};

const twinElement = {
  timestamp: zigbeeUtcTime,
  activeImport: wattHours,
  secondaryActiveImport: wattHours,
  tariffTou: array(wattHours, TOU),
  secondaryTariffTou: array(wattHours, SECONDARY_TOU),
  ...blocks,
};

/**
 * Buffer of the logs that keep register values: daily read log, billing data logs. Twin element ESMEs have two members
 * more. Source: mapping table, structure registerReadLogEntry; RTDS 4.5.0 ECS20c, ECS21a, ECS68.
 */
export const registerReadLog = oneOf(
  profileBuffer(structure(twinElement)),
  profileBuffer(structure(singleElement)),
);

/**
 * Buffer of the billing data log of changes of mode and tariff: registers and account in one entry. Source: mapping
 * table, structure billingCalendarOnSetModeOrTariffLogEntry; RTDS 4.5.0 ECS20b.
 */
export const registerAndAccountLog = oneOf(
  profileBuffer(structure({ ...twinElement, ...accountValues })),
  profileBuffer(structure({ ...singleElement, ...accountValues })),
);
