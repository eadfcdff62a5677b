import { CodecError } from '../../../common/errors.js';
import type { ReadEventOrSecurityLog } from '../../../duis/generated/service-request-types.js';
import { events, LOG_ID } from '../../gbz/clusters/events.js';
import type { CommandPart, PartWords } from '../../gbz/command-part.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import { type LogPeriod, logPeriodOf } from './read-log-period.js';

type LogToRead = ReadEventOrSecurityLog['LogToRead'];

/** Event control in the high nibble: 1 full information, which GBCS asks for of event logs only. */
const FULL_INFORMATION = 0x10;

/** Logs that CS10a reads. GSMEEvent is the GPF's copy of the GSME's log. */
const EVENT_LOGS: Readonly<Partial<Record<LogToRead, number>>> = {
  Event: FULL_INFORMATION | LOG_ID.generalEventLog,
  GSMEEvent: FULL_INFORMATION | LOG_ID.gsmeProxyEventLog,
};

/** Logs that CS10b reads. GSMESecurity is the GPF's copy of the GSME's log. */
const SECURITY_LOGS: Readonly<Partial<Record<LogToRead, number>>> = {
  Security: LOG_ID.securityEventLog,
  GSMESecurity: LOG_ID.gsmeProxySecurityLog,
};

const ALL = 0;

interface LogRead extends LogPeriod {
  readonly eventControlLogId: number;
}

function logRead(content: ReadEventOrSecurityLog, logs: typeof EVENT_LOGS): LogRead {
  const eventControlLogId = logs[content.LogToRead];
  if (eventControlLogId === undefined) throw new CodecError(`the Device has no ${content.LogToRead} log`);
  return { ...logPeriodOf(content.ReadLogPeriod), eventControlLogId };
}

function getEventLog({ one }: PartWords<LogRead>): CommandPart<LogRead>[] {
  return [
    one(events.fromClient.getEventLog, {
      eventControlLogId: (values) => values.eventControlLogId,
      eventId: ALL,
      startTime: (values) => values.start,
      endTime: (values) => values.end,
      numberOfEvents: ALL,
      eventOffset: 0,
    }),
  ];
}

const facts = {
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['6.13'],
  targets: ['GSME', 'GPF', 'PPMID', 'HCALCS'],
  element: 'ReadEventOrSecurityLog',
  response: [events.fromServer.publishEventLog],
} as const;

/** Read ZigBee Device Event Log. */
export const CS10a = gbzUseCase(
  {
    ...facts,
    code: 'CS10a',
    title: 'Read ZigBee Device Event Log',
    messageCode: 0x0014,
    source: 'GBCS mapping table rows 579, 588, 594, 602, 633, 654; SMETS 4.6.5.9',
    applies: (content) => content.LogToRead in EVENT_LOGS,
    from: (content) => logRead(content, EVENT_LOGS),
  },
  getEventLog,
);

/** Read ZigBee Device Security Log. */
export const CS10b = gbzUseCase(
  {
    ...facts,
    code: 'CS10b',
    title: 'Read ZigBee Device Security Log',
    messageCode: 0x00a1,
    source: 'GBCS mapping table rows 585, 590, 605, 639, 660; SMETS 4.6.5.17',
    applies: (content) => content.LogToRead in SECURITY_LOGS,
    from: (content) => logRead(content, SECURITY_LOGS),
  },
  getEventLog,
);

/** Clear ZigBee Device Event Log. ESMEEventLogType is for an ESME and refused here. */
export const CS11 = gbzUseCase(
  {
    code: 'CS11',
    title: 'Clear ZigBee Device Event Log',
    messageCode: 0x0015,
    messageType: 'SME.C.NC',
    serviceReferenceVariants: ['3.3'],
    targets: ['GSME', 'GPF'],
    source: 'GBCS mapping table row 668; SMETS 4.5.3.8',
    element: 'ClearEventLog',
    response: [events.fromServer.clearEventLogResponse],
    from(content) {
      if (content.ESMEEventLogType !== undefined) {
        throw new CodecError('ESMEEventLogType does not apply to this Device');
      }
    },
  },
  ({ one }) => [one(events.fromClient.clearEventLogRequest, { logId: LOG_ID.generalEventLog })],
);
