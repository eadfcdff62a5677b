import { decodeDer, encodeDer } from '../gbcs/asn1/der-schema.js';
import type { GbcsMessage, UseCase } from '../gbcs/index.js';
import { CS03A1 } from '../gbcs/use-cases/asn1/cs03-join.js';
import { CS04AC } from '../gbcs/use-cases/asn1/cs04-unjoin.js';
import { CS06 } from '../gbcs/use-cases/asn1/cs06-activate-firmware.js';
import { CS07 } from '../gbcs/use-cases/asn1/cs07-read-device-join-details.js';
import { CS08 } from '../gbcs/use-cases/asn1/cs08-read-firmware-version.js';
import { CANCELLATION_TIME } from '../gbcs/use-cases/asn1/execution-date-time.js';
import { GCS28 } from '../gbcs/use-cases/asn1/gcs28-set-clock.js';
import { InternalError } from '../common/errors.js';
import { CS02c } from '../gbcs/use-cases/asn1/cs02c-issue-security-credentials.js';
import { CS02d } from '../gbcs/use-cases/asn1/cs02d-update-device-certificates.js';
import { CS02e } from '../gbcs/use-cases/asn1/cs02e-provide-device-certificates.js';
import { issueCredentials, provideDeviceCertificate, updateDeviceCertificate } from './device-credentials.js';
import { activationOutcome, futureDatedActivationAlert } from './firmware.js';
import { slotOf } from './future-dating.js';
import { deviceLogEntries, restoreGasProxyLog } from './gas-proxy-log.js';
import { join, unjoin } from './join.js';
import { credentialsUnread, provideCredentials } from './provide-credentials.js';
import { schemaOf } from './schema-of.js';
import { updateCredentials } from './update-credentials.js';
import type { VirtualDevice } from './virtual-device.js';

type Executor = (device: VirtualDevice, command: GbcsMessage) => Buffer;

/** What each use case does, by its code. */
const EXECUTORS: Readonly<Record<string, Executor>> = {
  CS02a: provideCredentials,
  CS02b: updateCredentials,
  CS02c: issueCredentials,
  CS02d: updateDeviceCertificate,
  CS02e: provideDeviceCertificate,
  CS02f: provideCredentials,
  CS02g: updateCredentials,
  CS03A1: join,
  CS03A2: join,
  CS03B: join,
  CS03C: join,
  CS04AC: unjoin,
  CS04B: unjoin,
  CS06: activateFirmware,
  CS07: readLog,
  CS08: (device) =>
    encodeDer(schemaOf(CS08.contents.response), {
      firmwareVersion: Buffer.from(device.firmwareVersion, 'hex'),
      responseCode: 'success',
    }),
  GCS28: (device) =>
    encodeDer(schemaOf(GCS28.contents.response), {
      deviceTime: device.now,
      deviceTimeStatus: 'reliable',
    }),
  GCS59: restoreGasProxyLog,
};

const joinFailure = (): Buffer => encodeDer(schemaOf(CS03A1.contents.response), 'writeFailure');
const unjoinFailure = (): Buffer => encodeDer(schemaOf(CS04AC.contents.response), 'otherFailure');

/**
 * What a Device says that cannot do what it is told, by the code of the use case. Those of CS02b, CS02g, CS06 and GCS59
 * tell what failed of each thing they were told, and so look for the fault themselves.
 * Source: the codes of the use cases; ERROR Responses of RTDS 4.5.0.
 */
const FAILURES: Readonly<Record<string, Executor>> = {
  CS02a: credentialsUnread,
  CS02c: () =>
    encodeDer(schemaOf(CS02c.contents.response), { issueCredentialsResponseCode: 'cRProductionFailed' }),
  CS02d: () => encodeDer(schemaOf(CS02d.contents.response), 'certificateStorageFailed'),
  CS02e: () =>
    encodeDer(schemaOf(CS02e.contents.response), {
      provideDeviceCertificateResponseCode: 'certificateRetrievalFailure',
    }),
  CS02f: credentialsUnread,
  CS03A1: joinFailure,
  CS03A2: joinFailure,
  CS03B: joinFailure,
  CS03C: joinFailure,
  CS04AC: unjoinFailure,
  CS04B: unjoinFailure,
  CS07: () => encodeDer(schemaOf(CS07.contents.response), { readResponseCode: 'readFailure' }),
  CS08: () =>
    encodeDer(schemaOf(CS08.contents.response), {
      firmwareVersion: Buffer.alloc(4),
      responseCode: 'failure',
    }),
  GCS28: (device) =>
    encodeDer(schemaOf(GCS28.contents.response), {
      deviceTime: device.now,
      deviceTimeStatus: 'unreliable',
    }),
};

/** Carries out an ASN.1 Command. @throws InternalError for a use case virtual Devices do not have */
export function executeAsn1(device: VirtualDevice, useCase: UseCase, command: GbcsMessage): Buffer {
  const fails = device.failsAt === 0 ? FAILURES[useCase.code] : undefined;
  const execute = fails ?? EXECUTORS[useCase.code];
  if (execute === undefined) throw new InternalError(`virtual Devices do not have ${useCase.code}`);
  return execute(device, command);
}

function readLog(device: VirtualDevice): Buffer {
  return encodeDer(schemaOf(CS07.contents.response), {
    readResponseCode: 'success',
    deviceLogEntries: deviceLogEntries(device),
  });
}

/** Acts at once, or keeps hash and time until then. Source: GBCS-RULES 1.6, order of work; mark: confirmed. */
function activateFirmware(device: VirtualDevice, { header, content }: GbcsMessage): Buffer {
  const { manufacturerImageHash: hash, executionDateTime } = decodeDer(
    schemaOf(CS06.contents.command),
    content,
  ).value;
  const slot = slotOf(header.messageCode, { encoding: 'ASN.1' });
  device.held.drop(slot);
  if (executionDateTime === undefined) {
    return encodeDer(schemaOf(CS06.contents.response), {
      executionOutcome: activationOutcome(device, hash),
    });
  }
  if (executionDateTime.getTime() !== CANCELLATION_TIME.getTime()) {
    const { originator, originatorCounter } = header;
    device.held.hold(slot, {
      at: executionDateTime,
      execute: () =>
        futureDatedActivationAlert(activationOutcome(device, hash), {
          originator,
          originatorCounter,
          executionDateTime,
        }),
    });
  }
  return encodeDer(schemaOf(CS06.contents.response), { commandAccepted: null });
}
