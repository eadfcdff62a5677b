import { dlmsUseCase, get, hasBodyContent, nothingToSay, type RequestFacts } from '../engine/index.js';
import { before, GBCS_2, since } from '../shared/gbcs-version.js';
import { activeDevices, DEVICE_LOG } from './device-log.js';

/** CCS05/CCS04 and CCS06 have the same Command but for the message code. */
function deviceLogRead(row: {
  readonly code: string;
  readonly title: string;
  readonly messageCode: number;
  readonly source: string;
  readonly appliesWhere: (facts: RequestFacts) => boolean;
}) {
  return dlmsUseCase({
    ...row,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['8.9'],
    targets: ['CHF'],
    originator: 'AccessControlBrokerForUser',
    command: { entries: get(DEVICE_LOG, 4, activeDevices) },
    from: { ReadDeviceLog: nothingToSay },
    appliesWhere: (facts) =>
      hasBodyContent(
        facts.request,
        'ReadDeviceLog',
        (content) => content.ReadSecurityDetails === undefined,
      ) && row.appliesWhere(facts),
  });
}

/** Read CHF device log, as earlier Communications Hubs know it. */
export const CCS05_CCS04 = deviceLogRead({
  code: 'CCS05/CCS04',
  title: 'Read CHF device log and check HAN communications (earlier message code)',
  messageCode: 0x0004,
  source: 'RTDS 4.5.0 message CCS05CCS04 (not in the mapping table)',
  appliesWhere: before(GBCS_2),
});

/** Read CHF device log and check HAN communications. */
export const CCS06 = deviceLogRead({
  code: 'CCS06',
  title: 'Read CHF device log and check HAN communications',
  messageCode: 0x010f,
  source: 'GBCS mapping table rows 986 to 999, 1929',
  appliesWhere: since(GBCS_2),
});
