import { calendar } from '../gbz/clusters/calendar.js';
import { prepayment } from '../gbz/clusters/prepayment.js';
import { price } from '../gbz/clusters/price.js';
import type { GbzComponent } from '../gbz/component.js';
import type { ZclCommand } from '../gbz/zcl-cluster.js';

/** Where a component says when it takes effect: a parameter of its ZCL command, or the additional header. */
type ActivationField = 'startTime' | 'implementationDateTime' | 'From Date Time';

/** A ZCL command that a GSME holds until its time. */
interface ActivatedComponentRow {
  readonly command: ZclCommand;
  readonly activation: ActivationField;
  readonly source: string;
  readonly mark: 'confirmed' | 'inferred' | 'unknown';
}

const confirmed = (
  command: ZclCommand,
  activation: ActivationField,
  source: string,
): ActivatedComponentRow => ({
  command,
  activation,
  source: `RTDS 4.5.0 alerts 00CD of ${source}`,
  mark: 'confirmed',
});

/**
 * The components of future-datable Commands that have a time. The others of such a Command (day profiles, week
 * profiles, seasons) belong to the calendar before them and are told with it.
 */
export const ACTIVATED_COMPONENTS: readonly ActivatedComponentRow[] = [
  confirmed(calendar.fromServer.publishCalendar, 'startTime', 'GCS01a, GCS05'),
  confirmed(calendar.fromServer.publishSpecialDays, 'startTime', 'GCS01a, GCS05'),
  confirmed(price.fromServer.publishTariffInformation, 'startTime', 'GCS01a, GCS01b'),
  confirmed(price.fromServer.publishBlockThresholds, 'startTime', 'GCS01a'),
  confirmed(price.fromServer.publishPriceMatrix, 'startTime', 'GCS01a, GCS01b'),
  confirmed(prepayment.fromClient.changePaymentMode, 'implementationDateTime', 'GCS02, GCS03'),
  confirmed(prepayment.fromClient.emergencyCreditSetup, 'startTime', 'GCS05'),
  confirmed(prepayment.fromClient.setOverallDebtCap, 'implementationDateTime', 'GCS05'),
  confirmed(prepayment.fromClient.setLowCreditWarningLevel, 'From Date Time', 'GCS05'),
  confirmed(prepayment.fromClient.setMaximumCreditLimit, 'implementationDateTime', 'GCS05'),
];

/**
 * Message codes of the future-datable use cases of a GSME: GCS01a, GCS02, GCS03, GCS05, GCS01b. In others the same ZCL
 * commands carry times that do not hold them back. Source: GBCS-RULES section 3; mark: confirmed.
 */
export const FUTURE_DATABLE_GBZ: readonly number[] = [0x006b, 0x006c, 0x006d, 0x006f, 0x00a3];

/** The row of a component, undefined for one without a time. */
export function activatedComponent({
  cluster,
  frameControl,
  command,
}: Pick<GbzComponent, 'cluster' | 'frameControl' | 'command'>): ActivatedComponentRow | undefined {
  return ACTIVATED_COMPONENTS.find(
    (row) =>
      row.command.cluster === cluster &&
      row.command.id === command &&
      row.command.direction === frameControl.direction &&
      frameControl.clusterSpecific,
  );
}
