import { CodecError, InternalError } from '../common/errors.js';
import { events } from '../gbcs/gbz/clusters/events.js';
import { metering, SAMPLE_ID } from '../gbcs/gbz/clusters/metering.js';
import { ORIGINATING_DEVICE, prepayment } from '../gbcs/gbz/clusters/prepayment.js';
import { commandOf } from '../gbcs/gbz/cluster-catalogue.js';
import type { GbzComponent } from '../gbcs/gbz/component.js';
import { encodePayload, frameControlOf, readFrame } from '../gbcs/gbz/frame.js';
import { AT_ONCE } from '../gbcs/gbz/utc-time.js';
import type { ZclCommand } from '../gbcs/gbz/zcl-cluster.js';
import type { PublishedToDevice } from './gas-published.js';
import type { TopUpResult } from './prepayment-account.js';
import { topUpValueOf } from './top-up-value.js';
import { defaultResponse, GBZ_STATUS } from './gbz-default-response.js';
import type { ZigbeeAttributes } from './zigbee-attributes.js';
import type { ZigbeeRecords } from './zigbee-records.js';

/** What answers tell of a Device. */
export interface GasDeviceState {
  readonly attributes: ZigbeeAttributes;
  readonly published: PublishedToDevice;
  readonly records: ZigbeeRecords;
}

interface AnswerRow<C, A> {
  readonly command: ZclCommand<C>;
  readonly answer: ZclCommand<A>;
  /** The bit of that name in the frame control of the answer. */
  readonly disableDefaultResponse: boolean;
  readonly values: (command: C, device: GasDeviceState) => A;
  /** What it says when the command failed; absent where a Default Response says so. */
  readonly failure?: A;
}

/** Lets the compiler check a row against the parameters of its two commands. */
const row = <C, A>(facts: AnswerRow<C, A>): AnswerRow<unknown, unknown> => ({
  ...facts,
  answer: facts.answer,
  values: (command, device) => facts.values(command as C, device),
});

/** Source: ZigBee Smart Energy, Consumer Top Up Response. */
const TOP_UP_RESULTS: Readonly<Record<TopUpResult, number>> = {
  accepted: 0x00,
  invalid: 0x01,
  duplicate: 0x02,
  'maximum balance': 0x04,
  'too large': 0x06,
};
const NO_VALUE = -1;
const TOP_UP_REFUSED = {
  resultType: TOP_UP_RESULTS.invalid,
  topUpValue: NO_VALUE,
  sourceOfTopUp: ORIGINATING_DEVICE.energyServiceInterface,
  creditRemaining: NO_VALUE,
} as const;
const NO_SAMPLING_SESSION = 0xffff;

const { attributes: credit } = prepayment;
const numberOf = (attributes: ZigbeeAttributes, { id }: { readonly id: number }): number =>
  Number(attributes.read(prepayment.id, id)?.value ?? 0);

/** Commands that are answered by a command of their own. Source: Responses of RTDS 4.5.0, success and error. */
const ANSWERS: readonly AnswerRow<unknown, unknown>[] = [
  row({
    command: prepayment.fromClient.changePaymentMode,
    answer: prepayment.fromServer.changePaymentModeResponse,
    disableDefaultResponse: true,
    values: (_, { attributes, published: { friendlyCreditCalendarId } }) => ({
      friendlyCredit: friendlyCreditCalendarId === undefined ? 0 : 1,
      friendlyCreditCalendarId: friendlyCreditCalendarId ?? 0,
      emergencyCreditLimit: numberOf(attributes, credit.emergencyCreditLimit),
      emergencyCreditThreshold: numberOf(attributes, credit.emergencyCreditThreshold),
    }),
  }),
  row({
    command: prepayment.fromClient.consumerTopUp,
    answer: prepayment.fromServer.consumerTopUpResponse,
    disableDefaultResponse: false,
    values: ({ originatingDevice, topUpCode }, { attributes, records: { lastTopUp } }) =>
      lastTopUp === undefined || lastTopUp.result === 'accepted'
        ? {
            resultType: TOP_UP_RESULTS.accepted,
            topUpValue: topUpValueOf(topUpCode),
            sourceOfTopUp: originatingDevice,
            creditRemaining: numberOf(attributes, credit.creditRemaining),
          }
        : { ...TOP_UP_REFUSED, resultType: TOP_UP_RESULTS[lastTopUp.result] },
    failure: TOP_UP_REFUSED,
  }),
  row({
    command: metering.fromClient.changeSupply,
    answer: metering.fromServer.supplyStatusResponse,
    disableDefaultResponse: false,
    values: ({ providerId, issuerEventId, proposedSupplyStatus }) => ({
      providerId,
      issuerEventId,
      implementationDateTime: AT_ONCE,
      supplyStatus: proposedSupplyStatus,
    }),
  }),
  row({
    command: metering.fromClient.startSampling,
    answer: metering.fromServer.startSamplingResponse,
    disableDefaultResponse: false,
    values: () => ({ sampleId: SAMPLE_ID.networkDataLog }),
    failure: { sampleId: NO_SAMPLING_SESSION },
  }),
  row({
    command: events.fromClient.clearEventLogRequest,
    answer: events.fromServer.clearEventLogResponse,
    disableDefaultResponse: false,
    values: ({ logId }) => ({ clearedEventLogs: 1 << logId }),
    failure: { clearedEventLogs: 0 },
  }),
];

/** Whether a command has an answer of its own. */
export function answersItself(component: GbzComponent): boolean {
  return rowOf(component) !== undefined;
}

/** The answer of its own to a command that was carried out; a top up whose code is none is refused. */
export function answerOf(device: GasDeviceState, component: GbzComponent): GbzComponent {
  const found = rowOf(component);
  if (found === undefined) throw new InternalError(`command ${component.command} has no answer of its own`);
  try {
    return frame(component, found, found.values(readFrame(component).values, device));
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    return failureOf(component);
  }
}

/** What is said of a command that failed as if a part of the Device were broken. */
export function failureOf(component: GbzComponent): GbzComponent {
  const found = rowOf(component);
  return found?.failure === undefined
    ? defaultResponse(component, component.command, GBZ_STATUS.hardwareFailure)
    : frame(component, found, found.failure);
}

function rowOf({ cluster, frameControl, command }: GbzComponent): AnswerRow<unknown, unknown> | undefined {
  const known = commandOf(cluster, frameControl, command);
  return ANSWERS.find((each) => each.command === known);
}

function frame(
  { cluster, sequence }: GbzComponent,
  { answer, disableDefaultResponse }: AnswerRow<unknown, unknown>,
  values: unknown,
): GbzComponent {
  return {
    cluster,
    sequence,
    frameControl: { ...frameControlOf(answer), disableDefaultResponse },
    command: answer.id,
    payload: encodePayload(answer, values),
  };
}
