import { bitmap32, bitmap8, enum8, nibbles } from '../enumerations.js';
import { uint16, uint8 } from '../integers.js';
import { octetString, remainingOctets } from '../strings.js';
import { choice, counted, structure, untilEnd } from '../structures.js';
import { activationTime, utcTime } from '../utc-time.js';
import { zclCluster } from '../zcl-cluster.js';
import { commandIndex, issuerEventId, providerId, totalNumberOfCommands } from './common-parameters.js';
import { eventId } from './event-id.js';

/** Bits of an Event Configuration. Source: GBCS mapping table, GCS20. */
export const EVENT_CONFIGURATION = {
  /** Bits 0 to 2: the log that takes the event, 3 the General Event Log, 0 none. */
  logInGeneralEventLog: 0x03,
  alertToWan: 0x08,
  alertToHan: 0x10,
  /** Bit 6: the Device's own alarm. */
  alarm: 0x40,
} as const;

const eventConfiguration = bitmap8({
  0: 'event log bit 0',
  1: 'event log bit 1',
  2: 'event log bit 2',
  3: 'WAN alert',
  4: 'HAN alert',
  6: 'alarm',
});

/** Configuration Control of Set Event Configuration: to which events it applies. */
export const APPLY_BY_LIST = 0x00;
const eventSelection = choice(
  enum8({ 0: 'apply by list', 1: 'apply by event group', 2: 'apply by log', 3: 'apply by configuration' }),
  { [APPLY_BY_LIST]: counted(uint8, eventId, 60), 1: eventId, 2: uint8, 3: eventConfiguration },
  remainingOctets,
);

const tariffType = nibbles('reserved', 'tariff type');
const changeControl = bitmap32({ 9: 'clear IHD data of the consumer' });

/** Device Management cluster. Source: ZigBee Smart Energy, "Device Management"; GBCS mapping table, GCS09 to GCS44. */
export const deviceManagement = zclCluster({
  id: 0x0708,
  name: 'Device Management',
  attributes: {},
  fromServer: {
    publishChangeOfTenancy: {
      id: 0x00,
      parameters: {
        providerId,
        issuerEventId,
        tariffType,
        implementationDateTime: utcTime(),
        proposedTenancyChangeControl: changeControl,
      },
    },
    publishChangeOfSupplier: {
      id: 0x01,
      parameters: {
        currentProviderId: providerId,
        issuerEventId,
        tariffType,
        proposedProviderId: providerId,
        providerChangeImplementationTime: activationTime,
        providerChangeControl: changeControl,
        proposedProviderName: octetString,
        proposedProviderContactDetails: octetString,
      },
    },
    requestNewPasswordResponse: {
      id: 0x02,
      parameters: {
        issuerEventId,
        implementationDateTime: activationTime,
        /** Minutes; 0: until changed. */
        durationInMinutes: uint16,
        passwordType: enum8({ 2: 'access to the consumer menu' }),
        password: octetString,
      },
    },
    updateSiteId: {
      id: 0x03,
      parameters: { issuerEventId, siteIdTime: activationTime, providerId, siteId: octetString },
    },
    setEventConfiguration: {
      id: 0x04,
      parameters: {
        issuerEventId,
        startDateTime: activationTime,
        eventConfiguration,
        eventSelection,
      },
    },
    getEventConfiguration: { id: 0x05, parameters: { eventId } },
    updateCin: {
      id: 0x06,
      parameters: { issuerEventId, cinTime: activationTime, providerId, customerIdNumber: octetString },
    },
  },
  fromClient: {
    reportEventConfiguration: {
      id: 0x04,
      parameters: {
        commandIndex,
        totalNumberOfCommands,
        events: untilEnd(structure({ eventId, eventConfiguration }, 'event configuration'), 60),
      },
    },
  },
});
