import type { UserDirectory } from '../authorisation/index.js';
import type { Clock } from '../common/clock.js';
import type { DeviceType } from '../common/device-type.js';
import type { Eui64 } from '../common/eui64.js';
import type { Logger } from '../common/logger.js';
import type { SignerFor, WanPort } from '../dispatch/index.js';
import type { DeviceFaults } from '../http/index.js';
import type { Inventory } from '../inventory/index.js';
import type { S1sp } from '../smets1/index.js';
import type { CredentialStore } from '../smki/index.js';
import type { Store } from '../store/index.js';

/** What a gateway is built from besides its settings. */
export interface GatewayEnvironment {
  readonly store: Store;
  readonly inventory: Inventory;
  readonly credentials: CredentialStore;
  readonly users: UserDirectory;
  readonly wan: WanPort;
  /** Breaks the Devices of a virtual network; absent where it is a real one. */
  readonly faults?: DeviceFaults;
  readonly s1sps: readonly S1sp[];
  /** Signs GBCS messages for parties of the DCC whose keys are in an HSM; absent: keys are among the credentials. */
  readonly dccSigner?: SignerFor;
  /** Called when a Device has been pre-notified. */
  readonly onPreNotified: (id: Eui64, deviceType: DeviceType, firmwareVersion?: string) => void;
  readonly clock: Clock;
  readonly log: Logger;
}
