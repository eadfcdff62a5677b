import type { DeviceType } from '../common/device-type.js';
import type { Eui64 } from '../common/eui64.js';
import type { IssuingAuthority } from '../smki/index.js';

/** What the Smart Metering Inventory knows of a Device that matters for building a Command. */
export interface DeviceFacts {
  readonly deviceType: DeviceType;
  /** GBCS version of the Device's firmware, such as `4.1`; absent for SMETS1 and where the inventory has none. */
  readonly gbcsVersion?: string;
  /** ESME variant letters of the inventory (`A`, `B`, `AD` ...). */
  readonly esmeVariant?: string;
  /** Parties whose certificates sit in the Device's trust anchor cells; absent where nothing contradicts the usual. */
  readonly knownRemoteParties?: readonly Eui64[];
}

/** An entry of a Gas Proxy Function's Device Log, as its backup alert (GCS62) carries it. */
export interface DeviceLogEntry {
  readonly deviceId: Eui64;
  readonly deviceType: DeviceType;
}

/** What a Communications Hub Function backs up of its network: enough for another to take its place. */
export interface CommunicationsHubBackup {
  /** Extended PAN ID, 8 bytes. */
  readonly extendedPanId: Buffer;
  readonly devices: readonly {
    readonly device: Eui64;
    /** Hash of the trust centre link key, 16 bytes. */
    readonly hashedLinkKey: Buffer;
  }[];
}

/** Everything besides the Service Request that a GBCS message depends on: `gbcs/` reads no clock and no store. */
export interface TransformContext {
  readonly accessControlBroker: Eui64;
  /** Originator Counter of the message if the Access Control Broker originates it, 0 to 2^64 - 1. */
  readonly accessControlBrokerCounter: bigint;
  /** When the Command is made, for use cases that carry it; absent where messages of a fixed time are reproduced. */
  readonly currentTime?: Date;
  /** The Customer Identification Number the DCC chose for a 9.1 request, 4 digits. */
  readonly customerIdentificationNumber?: string;
  /** Facts about a Device, undefined if the inventory does not hold it. */
  device(id: Eui64): DeviceFacts | undefined;
  /** X.509 Key Agreement certificate (DER) of an organisation or a Device, undefined if none is known. */
  keyAgreementCertificate(id: Eui64): Uint8Array | undefined;
  /** The transitional Change of Supplier party and the counter of the message if that party originates it (6.23). */
  readonly transitionalChangeOfSupplier?: { readonly id: Eui64; readonly counter: bigint };
  /** The Device Log a Gas Proxy Function last backed up, for restoring it (8.12.2); undefined if there is none. */
  gasProxyDeviceLog?(gasProxyFunction: Eui64): readonly DeviceLogEntry[] | undefined;
  /** What a Communications Hub Function last backed up, for restoring it on another (8.12.1); undefined if nothing. */
  communicationsHubBackup?(communicationsHub: Eui64): CommunicationsHubBackup | undefined;
  /** Authorities that replacement certificates must lead to; absent or empty: chains are not checked. */
  readonly trustAnchors?: readonly IssuingAuthority[];
}
