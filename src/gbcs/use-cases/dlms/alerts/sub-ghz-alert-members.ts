import { octetString, structure } from '../../../dlms/index.js';
import { channelMask } from '../comms-hub/dbch-sub-ghz.js';

/** What DBCH07 tells: the channel that is used now, and why it was changed. */
export const channelChange = structure({ channel: channelMask, reason: octetString() });

/** What DBCH08 tells. */
export const scanAssessment = structure({ first: octetString(), second: octetString() });
