import { bitmap8, withLabels } from '../enumerations.js';
import { uint16, uint32 } from '../integers.js';
import { charString } from '../strings.js';
import { activationTime } from '../utc-time.js';
import { zclCluster } from '../zcl-cluster.js';

/** Messaging cluster. Source: ZigBee Smart Energy, "Messaging"; GBCS mapping table, GCS07. */
export const messaging = zclCluster({
  id: 0x0703,
  name: 'Messaging',
  attributes: {},
  fromServer: {
    displayMessage: {
      id: 0x00,
      parameters: {
        messageId: uint32,
        messageControl: bitmap8({ 4: 'enhanced confirmation required', 7: 'confirmation required' }),
        startTime: activationTime,
        /** Minutes. */
        durationInMinutes: withLabels(uint16, { 0xffff: 'until changed' }),
        message: charString,
      },
    },
  },
  fromClient: {},
});
