import type { UseCase } from '../../../use-case.js';
import { dateTime, octetString, structure, unsigned, utf8String } from '../../../dlms/index.js';
import { encryptedData, protectionArray } from '../../../dlms/protected-attributes.js';
import { backupPan } from '../comms-hub/device-log.js';
import { subGhzConfiguration } from '../comms-hub/sub-ghz-configuration.js';
import { eui64 } from '../shared/eui64-type.js';
import { registerReadLog } from '../shared/register-read-log-entry.js';
import { discardedMessage, refusedCommand } from './command-reference.js';
import { dlmsAlert } from './dlms-alert.js';
import { executedInstruction } from './future-dated-execution.js';
import { channelChange, scanAssessment } from './sub-ghz-alert-members.js';

/** Length of the hash of a firmware image, in bytes. */
const IMAGE_HASH_LENGTH = 32;

/** Alerts whose content is DLMS, in the order of message codes. */
export const DLMS_ALERTS: readonly UseCase[] = [
  dlmsAlert({
    code: 'CS14',
    title: 'Device Addition To / Removal From HAN Whitelist Alerts',
    messageCode: 0x0018,
    messageType: 'SME.C.NC',
    source: 'GBCS mapping table rows 1006 to 1009',
    members: { deviceLog: backupPan },
  }),
  dlmsAlert({
    code: 'ECS68',
    title: 'ESME Critical Sensitive Alert (Billing Data Log)',
    messageCode: 0x0061,
    messageType: 'SME.C.C',
    source: 'GBCS mapping table rows 520 to 1801; RTDS 4.5.0 ECS68',
    members: { protection: protectionArray, encrypted: encryptedData },
    encrypted: structure({ billingDataLog: registerReadLog }),
  }),
  dlmsAlert({
    code: 'ECS80',
    title: 'Supply Outage Restore Alert from ESME',
    messageCode: 0x0067,
    messageType: 'SME.C.C',
    source: 'GBCS mapping table rows 1771, 1772',
    members: { interruption: dateTime, restoration: dateTime },
  }),
  dlmsAlert({
    code: 'FDEA-DLMS',
    title: 'Future Dated Execution Of Instruction Alert (DLMS)',
    messageCode: 0x00cc,
    messageType: 'SME.C.C',
    source: 'GBCS message code 00CC; RTDS 4.5.0 alerts of ECS01a to ECS46d',
    members: { instruction: executedInstruction },
  }),
  dlmsAlert({
    code: 'FDRA-DLMS',
    title: 'Firmware Distribution Receipt Alert (DLMS)',
    messageCode: 0x00ce,
    messageType: 'SME.C.C',
    source: 'GBCS message code 00CE; RTDS 4.5.0 FDRA-DLMS',
    members: { imageHash: octetString(IMAGE_HASH_LENGTH) },
  }),
  dlmsAlert({
    code: 'MIIWA-DLMS',
    title: 'Meter Integrity Issue Warning Alert (DLMS)',
    messageCode: 0x00f0,
    messageType: 'SME.C.NC',
    source: 'GBCS message code 00F0; RTDS 4.5.0 MIIWA-DLMS',
    members: { issue: octetString(2) },
  }),
  dlmsAlert({
    code: 'DBCH06',
    title: 'Limited Duty Cycle Action Taken Sub GHz Alert',
    messageCode: 0x0110,
    messageType: 'SME.C.NC',
    source: 'GBCS message code 0110; RTDS 4.5.0 DBCH06',
    members: { device: eui64 },
  }),
  dlmsAlert({
    code: 'DBCH07',
    title: 'Sub GHz Channel Changed Sub GHz Alert',
    messageCode: 0x0111,
    messageType: 'SME.C.NC',
    source: 'GBCS message code 0111; RTDS 4.5.0 DBCH07',
    members: { change: channelChange },
  }),
  dlmsAlert({
    code: 'DBCH08',
    title: 'Sub GHz Channel Scan Request Assessment Outcome Sub GHz Alert',
    messageCode: 0x0112,
    messageType: 'SME.C.NC',
    source: 'GBCS message code 0112; RTDS 4.5.0 DBCH08',
    members: { outcome: scanAssessment },
  }),
  dlmsAlert({
    code: 'DBCH09',
    title: 'Sub GHz Configuration Changed Sub GHz Alert',
    messageCode: 0x0113,
    messageType: 'SME.C.NC',
    source: 'GBCS mapping table rows 1905 to 1920',
    members: { configuration: subGhzConfiguration },
  }),
  dlmsAlert({
    code: 'DBCH10',
    title: 'Message Discarded Due to Duty Cycle Management Sub GHz Alert',
    messageCode: 0x0114,
    messageType: 'SME.C.NC',
    source: 'GBCS message code 0114; RTDS 4.5.0 DBCH10',
    members: { discarded: discardedMessage },
  }),
  dlmsAlert({
    code: 'DBCH11',
    title: 'No More Sub GHz Device Capacity Sub GHz Alert',
    messageCode: 0x0115,
    messageType: 'SME.C.NC',
    source: 'GBCS message code 0115; RTDS 4.5.0 DBCH11',
    members: { device: eui64 },
  }),
  dlmsAlert({
    code: 'ECS100',
    title: 'Command refused by ESME',
    messageCode: 0x0120,
    messageType: 'SME.C.C',
    source: 'GBCS message code 0120; RTDS 4.5.0 ECS100',
    members: { command: refusedCommand },
  }),
  dlmsAlert({
    code: 'ECS101',
    title: 'Limit APC [n] Level Command processed',
    messageCode: 0x0121,
    messageType: 'SME.C.C',
    source: 'GBCS mapping table rows 1977 to 1980',
    members: {
      directionAndNumber: unsigned,
      limitPeriodStart: dateTime,
      limitPeriodEnd: dateTime,
      resultingLevel: unsigned,
    },
  }),
  dlmsAlert({
    code: 'ECS102',
    title: 'Limit APC [n] Level ended or cancelled',
    messageCode: 0x0122,
    messageType: 'SME.C.C',
    source: 'GBCS mapping table rows 1981, 1982',
    members: { directionAndNumber: unsigned, resultingLevel: unsigned },
  }),
  dlmsAlert({
    code: 'ECS200',
    title: 'Auxiliary Controller State Alert',
    messageCode: 0x0123,
    messageType: 'SME.C.C',
    source: 'GBCS message code 0123; RTDS 4.5.0 ECS200',
    members: { state: utf8String() },
  }),
  dlmsAlert({
    code: 'GCA-DLMS',
    title: 'Generic Critical Alert (DLMS)',
    messageCode: 0x1000,
    messageType: 'SME.C.C',
    source: 'GBCS message code 1000; RTDS 4.5.0 GCA-DLMS',
  }),
  dlmsAlert({
    code: 'GNCA-DLMS',
    title: 'Generic Non-Critical Alert (DLMS)',
    messageCode: 0x1001,
    messageType: 'SME.C.NC',
    source: 'GBCS message code 1001; RTDS 4.5.0 GNCA-DLMS',
  }),
];
