import type { DeviceType } from '../../../../common/device-type.js';
import type { RequestBodyElements } from '../../../../duis/generated/service-request-types.js';
import {
  type DlmsType,
  doubleLongUnsigned,
  enumerated,
  longUnsigned,
  type ObisCode,
  octetString,
  profileBuffer,
  structure,
  zigbeeUtcTime,
} from '../../../dlms/index.js';
import { dlmsUseCase, getRange, hasBodyContent, type RequestFacts } from '../engine/index.js';
import { alertCode } from '../shared/alert-code.js';
import { before, GBCS_4, since } from '../shared/gbcs-version.js';
import { logPeriod } from '../shared/log-period.js';

type LogToRead = RequestBodyElements['ReadEventOrSecurityLog']['LogToRead'];

/** The use cases of 6.13 differ in Device, log and message code only. */
function logRead(row: {
  readonly code: string;
  readonly title: string;
  readonly messageCode: number;
  readonly target: DeviceType;
  readonly logToRead: LogToRead;
  readonly log: ObisCode;
  readonly entry: DlmsType<unknown>;
  readonly source: string;
  readonly appliesWhere?: (facts: RequestFacts) => boolean;
}) {
  const { code, title, messageCode, target, logToRead, log, entry, source } = row;
  return dlmsUseCase({
    code,
    title,
    messageCode,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['6.13'],
    targets: [target],
    source,
    // A Communications Hub knows no Remote Party but the Access Control Broker.
    ...(target === 'CHF' && { originator: 'AccessControlBrokerForUser' as const }),
    command: { entries: getRange({ classId: 7, obis: log }, profileBuffer(entry)) },
    from: {
      ReadEventOrSecurityLog: ({ ReadLogPeriod }) => ({ entries: logPeriod(ReadLogPeriod) }),
    },
    appliesWhere: (facts) =>
      hasBodyContent(facts.request, 'ReadEventOrSecurityLog', (content) => content.LogToRead === logToRead) &&
      row.appliesWhere?.(facts) !== false,
  });
}

/** Entry of an event log. */
export const eventEntry = structure({
  timestamp: zigbeeUtcTime,
  logCode: alertCode,
  otherInformation: octetString(),
});
/** Entry of a security log. */
export const securityEntry = structure({ timestamp: zigbeeUtcTime, logCode: alertCode });
const powerEventEntry = structure({
  timestamp: zigbeeUtcTime,
  logCode: alertCode,
  otherInformation: doubleLongUnsigned,
});
const auxiliaryControllerEntry = structure({
  timestamp: zigbeeUtcTime,
  switchNumberAndAction: longUnsigned,
  outcome: enumerated,
  hanCommandId: doubleLongUnsigned,
});

const AUXILIARY_CONTROLLER_LOG = {
  target: 'ESME',
  logToRead: 'ALCSEvent',
  log: '0-17:99.98.2.255',
  entry: auxiliaryControllerEntry,
} as const;

/** Reads of event and security logs of ESME and Communications Hub. */
export const ECS35_USE_CASES = [
  logRead({
    code: 'ECS35a',
    title: 'Read ESME Event Log',
    messageCode: 0x0048,
    target: 'ESME',
    logToRead: 'Event',
    log: '0-0:99.98.0.255',
    entry: eventEntry,
    source: 'GBCS mapping table rows 579 to 654',
  }),
  logRead({
    code: 'ECS35b',
    title: 'Read ESME Security Log',
    messageCode: 0x0049,
    target: 'ESME',
    logToRead: 'Security',
    log: '0-0:99.98.1.255',
    entry: securityEntry,
    source: 'GBCS mapping table rows 590 to 660',
  }),
  logRead({
    code: 'ECS35c',
    title: 'Read CHF Event Log',
    messageCode: 0x0093,
    target: 'CHF',
    logToRead: 'Event',
    log: '0-0:99.98.0.255',
    entry: eventEntry,
    source: 'GBCS mapping table rows 587 to 662',
  }),
  logRead({
    code: 'ECS35d',
    title: 'Read CHF Security Log',
    messageCode: 0x0094,
    target: 'CHF',
    logToRead: 'Security',
    log: '0-0:99.98.1.255',
    entry: securityEntry,
    source: 'GBCS mapping table rows 589 to 659',
  }),
  logRead({
    code: 'ECS35e',
    title: 'Read ESME Power Event Log',
    messageCode: 0x00b9,
    target: 'ESME',
    logToRead: 'PowerEvent',
    log: '0-0:99.98.4.255',
    entry: powerEventEntry,
    source: 'GBCS mapping table rows 591 to 661',
  }),
  logRead({
    ...AUXILIARY_CONTROLLER_LOG,
    code: 'ECS35f',
    title: 'Read ALCS Event Log',
    messageCode: 0x00ba,
    source: 'RTDS 4.5.0 message ECS35f (not in the mapping table)',
    appliesWhere: before(GBCS_4),
  }),
  logRead({
    ...AUXILIARY_CONTROLLER_LOG,
    code: 'ECS35g',
    title: 'Read Auxiliary Controller Event Log',
    messageCode: 0x00fd,
    source: 'GBCS mapping table rows 565 to 1828',
    appliesWhere: since(GBCS_4),
  }),
];
