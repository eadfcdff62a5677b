import { charString } from '../strings.js';
import { uint8 } from '../integers.js';
import { zclCluster } from '../zcl-cluster.js';

/** Basic cluster. Source: ZCL, "Basic"; GBCS mapping table, GCS21m; RTDS GCS21e. */
export const basic = zclCluster({
  id: 0x0000,
  name: 'Basic',
  attributes: {
    hardwareVersion: { id: 0x0003, type: uint8 },
    manufacturerName: { id: 0x0004, type: charString },
    modelIdentifier: { id: 0x0005, type: charString },
  },
  fromServer: {},
  fromClient: {},
});
