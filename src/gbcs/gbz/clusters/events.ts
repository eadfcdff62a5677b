import { bitmap8, nibbles } from '../enumerations.js';
import { uint16, uint8 } from '../integers.js';
import { octetString } from '../strings.js';
import { structure, untilEnd } from '../structures.js';
import { ALL_ENTRIES, utcTime } from '../utc-time.js';
import { zclCluster } from '../zcl-cluster.js';
import { commandIndex, totalNumberOfCommands } from './common-parameters.js';
import { eventId } from './event-id.js';

/** Log identifiers: low nibble of Event Control / Log ID. Source: GBCS mapping table, CS10a, CS10b, CS11. */
export const LOG_ID = {
  generalEventLog: 0x03,
  securityEventLog: 0x04,
  gsmeProxyEventLog: 0x06,
  gsmeProxySecurityLog: 0x07,
} as const;

const event = structure(
  { logId: uint8, eventId, eventTime: utcTime(), eventData: octetString },
  'event log entry',
);

/** Events cluster. Source: ZigBee Smart Energy, "Events"; GBCS mapping table, CS10a, CS10b, CS11. */
export const events = zclCluster({
  id: 0x0709,
  name: 'Events',
  attributes: {},
  fromServer: {
    publishEventLog: {
      id: 0x01,
      parameters: {
        totalNumberOfEvents: uint16,
        commandIndex,
        totalNumberOfCommands,
        logPayloadControl: nibbles('number of events', 'control'),
        events: untilEnd(event, 100),
      },
    },
    clearEventLogResponse: {
      id: 0x02,
      parameters: { clearedEventLogs: bitmap8({ 3: 'general event log' }) },
    },
  },
  fromClient: {
    getEventLog: {
      id: 0x00,
      parameters: {
        eventControlLogId: nibbles('event control', 'log'),
        eventId: uint16,
        startTime: utcTime(),
        endTime: utcTime({ [ALL_ENTRIES]: 'all entries' }),
        numberOfEvents: uint8,
        eventOffset: uint16,
      },
    },
    clearEventLogRequest: { id: 0x01, parameters: { logId: uint8 } },
  },
});
