import { cosemDateTimeOf } from '../gbcs/dlms/cosem-date-time.js';
import { encodeDataNotification } from '../gbcs/dlms/data-notification.js';
import { encodeData } from '../gbcs/dlms/dlms-type.js';
import type { DlmsType } from '../gbcs/dlms/index.js';
import { invokeIdOf } from '../gbcs/dlms/long-invoke-id.js';
import type { Eui64 } from '../common/eui64.js';
import type { GroupingHeader } from '../gbcs/index.js';

/** An Alert before it has its Originator Counter and its protection. */
export interface DeviceAlert {
  readonly messageCode: number;
  readonly recipient: Eui64;
  /** Critical Alerts are signed, others carry a MAC. Source: GBCS-RULES section 4; mark: confirmed. */
  readonly protection: 'signature' | 'MAC';
  /** @param header with the Device's own Originator Counter */
  readonly content: (header: GroupingHeader) => Buffer;
}

/** What a DLMS Alert says, besides code and time. */
export interface DlmsAlertMember<T> {
  readonly type: DlmsType<T>;
  readonly value: T;
}

/** Content of an Alert of an ESME or CHF. @param at whole second @param member nothing more is said without one */
export function dlmsAlertContent<T>(
  alertCode: number,
  at: Date,
  member?: DlmsAlertMember<T>,
): DeviceAlert['content'] {
  return ({ originatorCounter }) =>
    encodeDataNotification({
      invokeId: invokeIdOf(originatorCounter),
      alertCode,
      dateTime: cosemDateTimeOf(at),
      further: member === undefined ? [] : [encodeData(member.type, member.value)],
    });
}
