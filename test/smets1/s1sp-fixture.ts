import { parseEui64 } from '../../src/common/eui64.js';
import type { SMETS1SignedResponse, S1SPAlert } from '../../src/duis/index.js';
import { signDocument, writeDocument } from '../../src/duis/index.js';
import { DEFAULT_LIMITS } from '../../src/duis/schema/index.js';
import { CredentialStore, type SigningCredential, signerLookup } from '../../src/smki/index.js';
import { S1spDocumentReader } from '../../src/smets1/index.js';
import { makeS1spIdentity, trustInS1sp } from '../../src/testing/mock-s1sp/s1sp-identity.js';
import { schemaPacks } from '../duis/schema/packs.js';

export const USER = parseEui64('90-B3-D5-1F-30-01-00-00');
export const GATEWAY = parseEui64('90-B3-D5-1F-30-00-00-02');
export const S1SP = parseEui64('90-B3-D5-1F-30-00-05-01');
export const PPMID = parseEui64('00-DB-12-34-56-78-92-A4');
export const NOW = new Date('2026-06-01T12:00:00.000Z');
export const clock = (): Date => NOW;

/** Identities made once, and a store that trusts exactly them. */
export interface Parties {
  readonly s1sp: SigningCredential;
  readonly gateway: SigningCredential;
  /** Trusted, but not an S1SP. */
  readonly user: SigningCredential;
  /** The S1SP's name and number on another key; not in the store. */
  readonly forger: SigningCredential;
  readonly store: CredentialStore;
}

let made: Promise<Parties> | undefined;

export function parties(): Promise<Parties> {
  made ??= makeParties();
  return made;
}

async function makeParties(): Promise<Parties> {
  const [s1sp, gateway, user, other] = await Promise.all(
    [S1SP, GATEWAY, USER, S1SP].map((eui) => makeS1spIdentity(eui, clock)),
  );
  if (!s1sp || !gateway || !user || !other) throw new Error('no identities');
  const forger = { ...s1sp, privateKey: other.privateKey };
  return {
    s1sp,
    gateway,
    user,
    forger,
    store: new CredentialStore([s1sp, gateway, user].map((party) => trustInS1sp(party))),
  };
}

export async function documentReader(): Promise<S1spDocumentReader> {
  const { store } = await parties();
  return new S1spDocumentReader({
    packs: await schemaPacks(),
    resolveSigner: signerLookup(store, { clock, acceptExpired: false }),
    isS1sp: (eui) => eui === S1SP,
    limits: DEFAULT_LIMITS,
  });
}

/** What a PPMID answers to a Read Firmware Version. */
export const FIRMWARE_RESPONSE: SMETS1SignedResponse = {
  schemaVersion: '5.4',
  SMETS1Response: {
    Header: {
      BusinessOriginatorID: PPMID,
      BusinessTargetID: USER,
      OriginatorCounter: 1000n,
      ServiceReference: '11.2',
      ServiceReferenceVariant: '11.2',
      Timestamp: { value: NOW },
    },
    Body: {
      ResponseMessage: {
        SMETSData: { ReadFirmwareVersionRsp: { MessageSuccess: true, FirmwareVersion: '00110031' } },
      },
    },
  },
};

export const ALERT: S1SPAlert = {
  schemaVersion: '5.4',
  RequestID: `${USER}:${PPMID}:1000`,
  DeviceID: PPMID,
  S1SPAlertCode: 'S1-7',
  AdditionalInformation: 'a < b & "c"',
  DateTime: NOW,
};

export function signedResponse(signer: SigningCredential, response = FIRMWARE_RESPONSE): Buffer {
  return signDocument(writeDocument('sr:SMETS1SignedResponse', response), signer);
}

export function signedAlert(signer: SigningCredential, alert = ALERT): Buffer {
  return signDocument(writeDocument('sr:S1SPAlert', alert), signer);
}
