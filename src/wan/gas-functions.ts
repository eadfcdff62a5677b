import { events } from '../gbcs/gbz/clusters/events.js';
import { deviceManagement } from '../gbcs/gbz/clusters/device-management.js';
import { metering } from '../gbcs/gbz/clusters/metering.js';
import { prepayment } from '../gbcs/gbz/clusters/prepayment.js';
import { price } from '../gbcs/gbz/clusters/price.js';
import { SNAPSHOT_CAUSE } from '../gbcs/gbz/clusters/snapshot.js';
import { commandOf } from '../gbcs/gbz/cluster-catalogue.js';
import type { GbzComponent } from '../gbcs/gbz/component.js';
import { readFrame } from '../gbcs/gbz/frame.js';
import { AT_ONCE, instantOf } from '../gbcs/gbz/utc-time.js';
import type { ZclCommand } from '../gbcs/gbz/zcl-cluster.js';
import { GasAccountStore } from './gas-account.js';
import { logClearance, tellOfEvent } from './gas-events.js';
import { GasMeter } from './gas-meter.js';
import { applySetting } from './gas-settings.js';
import { GasSupply } from './gas-supply.js';
import { PrepaymentAccount } from './prepayment-account.js';
import type { VirtualDevice } from './virtual-device.js';

/** What of a gas meter works by itself. */
export interface GasFunctions {
  readonly meter: GasMeter;
  readonly account: PrepaymentAccount;
  readonly supply: GasSupply;
}

/** Gives a virtual GSME what counts and charges. */
export function furnishGasFunctions(device: VirtualDevice): GasFunctions {
  const store = new GasAccountStore(device);
  const supply = new GasSupply(device.attributes);
  const account = new PrepaymentAccount(store, supply, (code, time) => tellOfEvent(device, code, time));
  const meter = new GasMeter(device, { account, store, supply });
  device.gasFunctions = { meter, account, supply };
  device.routines.push(meter);
  return device.gasFunctions;
}

/**
 * Commands before which registers and balances are kept, and why. Source: causes of GCS15b; that it is the tariff
 * information that changes the tariff is inferred from the name of the cause.
 */
const KEPT_BEFORE: ReadonlyMap<ZclCommand | undefined, number> = new Map<ZclCommand, number>([
  [price.fromServer.publishTariffInformation, SNAPSHOT_CAUSE.changeOfTariffInformation],
  [deviceManagement.fromServer.publishChangeOfSupplier, SNAPSHOT_CAUSE.changeOfSupplier],
  [prepayment.fromClient.changePaymentMode, SNAPSHOT_CAUSE.changeOfMeterMode],
]);

interface ActionRow<T> {
  readonly command: ZclCommand<T>;
  readonly act: (values: T, functions: GasFunctions, now: Date, device: VirtualDevice) => void;
}

/** Lets the compiler check a row against the parameters of its command. */
const row = <T>(command: ZclCommand<T>, act: ActionRow<T>['act']): ActionRow<unknown> => ({
  command,
  act: (values, functions, now, device) => act(values as T, functions, now, device),
});

/** Commands that do more than change attributes. */
const ACTIONS: readonly ActionRow<unknown>[] = [
  row(prepayment.fromClient.consumerTopUp, ({ topUpCode }, { account }, now, { records }) => {
    const topUp = account.topUp(Buffer.from(topUpCode), now);
    records.lastTopUp = topUp;
    if (topUp.result !== 'accepted') return;
    records.topUps.add(topUp);
    const { intoDebt: amount, time } = topUp;
    if (amount > 0) records.debtPayments.add({ time, amount, outstanding: account.paymentDebt });
  }),
  row(metering.fromClient.changeSupply, (_, { supply }) => {
    supply.commanded();
  }),
  row(prepayment.fromClient.selectAvailableEmergencyCredit, (_, { account }, now) => {
    account.activateEmergencyCredit(now);
  }),
  row(metering.fromClient.startSampling, (values, { meter }, now) => {
    meter.startSampling({
      from: values.startSamplingTime === AT_ONCE ? now : instantOf(values.startSamplingTime),
      periodSeconds: values.sampleRequestInterval,
      samples: values.maximumNumberOfSamples,
    });
  }),
];

/** Carries out a component's command on a virtual gas Device. @param now whole second */
export function actOn(device: VirtualDevice, component: GbzComponent, now: Date): void {
  const { cluster, frameControl, command } = component;
  const known = commandOf(cluster, frameControl, command);
  const { gasFunctions: functions } = device;
  const cause = KEPT_BEFORE.get(known);
  if (cause !== undefined) functions?.meter.keep('changes', cause);
  applySetting(device.attributes, component);
  device.published.keep(component);
  if (known === events.fromClient.clearEventLogRequest) logClearance(device, now);
  if (functions === undefined) return;
  ACTIONS.find((each) => each.command === known)?.act(readFrame(component).values, functions, now, device);
  functions.account.settleSupply(now);
}
