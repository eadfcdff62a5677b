import { enum8, withLabels } from '../enumerations.js';
import { uint32, uint8 } from '../integers.js';

/** Identifies the commodity provider; GB use cases leave it 0. */
export const providerId = uint32;

/** Rises from one command to the next so that a Device can tell newer from older; GBCS: the current UTC time. */
export const issuerEventId = uint32;

/** Position of this command among those that carry one payload, from 0. */
export const commandIndex = uint8;
export const totalNumberOfCommands = uint8;

export const unitOfMeasure = enum8({ 0x00: 'kWh', 0x01: 'm3 or m3/h' });

/** ISO 4217 numeric code. */
export const CURRENCIES = { GBP: 826, EUR: 978 } as const;

/** Length of a period in units that another parameter names. */
export const UNTIL_CHANGED_16 = 0xffff;

/** Issuer calendar identifiers that stand for "the one in force". Source: GBCS mapping table, GCS21b and GCS21f. */
export const CURRENT_SWITCHING_TABLE = 0xffffffff;
export const CURRENT_NON_DISABLEMENT_CALENDAR = 0xfffffffe;
export const issuerCalendarId = withLabels(uint32, {
  [CURRENT_SWITCHING_TABLE]: 'current Tariff Switching Table (0xFFFFFFFF)',
  [CURRENT_NON_DISABLEMENT_CALENDAR]: 'current Non-Disablement Calendar (0xFFFFFFFE)',
});
