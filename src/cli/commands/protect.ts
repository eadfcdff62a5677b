import type { Command } from 'commander';
import { ConfigError } from '../../common/errors.js';
import {
  decodeMessage,
  encodeMessage,
  type GbcsMessage,
  type MessageProtection,
  privateKeySigner,
  protectCommand,
  useCaseOf,
} from '../../gbcs/index.js';
import type { CredentialStore } from '../../smki/index.js';
import { readHex } from '../files.js';
import { credentialsFrom } from '../keystore-options.js';
import { ACCESS_CONTROL_BROKER } from '../reference-devices.js';
import { reporting } from './certs.js';

interface Options {
  readonly keystore?: readonly string[];
}

/** `duis protect`: adds what the DCC adds to a Command. */
export function register(program: Command): void {
  program
    .command('protect')
    .description(
      'print the full Command: adds the MAC, and the signature of the originator where its key is at hand. ' +
        'A Pre-Command has to be signed first, or its User has to be in the key store',
    )
    .argument('<file>', 'the message in hexadecimal, as `duis transform` prints it, or - for standard input')
    .option(
      '--keystore <directory>',
      'key agreement key of the Access Control Broker, certificate of the Device, signing key; may be repeated',
      (directory: string, before: readonly string[] = []) => [...before, directory],
    )
    .action((file: string, options: Options, command: Command) => {
      reporting(command, () => {
        const message = decodeMessage(readHex(file));
        const protectedMessage = protectWith(message, credentialsFrom(options.keystore));
        console.log(encodeMessage(protectedMessage).toString('hex').toUpperCase());
      });
    });
}

/** @throws ConfigError naming the key that is missing */
function protectWith(message: GbcsMessage, credentials: CredentialStore): GbcsMessage {
  const { originator, recipient } = message.header;
  const protection = protectionOf(message);
  const deviceKey = credentials.find(recipient, 'ka')?.publicKey;
  const brokerKey = credentials.find(ACCESS_CONTROL_BROKER, 'ka')?.privateKey;
  const signingKey = credentials.findAll(originator, 'ds').find(({ privateKey }) => privateKey)?.privateKey;
  if (protection.mac && !deviceKey) throw missing(`no key agreement certificate of Device ${recipient}`);
  if (protection.mac && !brokerKey) throw missing(`no key agreement key of the ACB ${ACCESS_CONTROL_BROKER}`);
  if (protection.signed && !message.signature?.length && !signingKey) {
    throw missing(`the message is not signed, and there is no digital signature key of ${originator}`);
  }
  return protectCommand(message, protection, {
    ...(brokerKey && { accessControlBrokerKeyAgreement: brokerKey }),
    ...(deviceKey && { deviceKeyAgreement: deviceKey }),
    ...(signingKey && { originatorSigner: privateKeySigner(signingKey) }),
  });
}

/**
 * How a Command is protected, told by its use case; a message that is signed already stays so. Without the request the
 * few use cases that decide by it are judged by their message type.
 */
function protectionOf(message: GbcsMessage): MessageProtection {
  const useCase = useCaseOf(message);
  const signed = message.signature === undefined || message.signature.length > 0;
  return { signed: signed || useCase?.messageType === 'SME.C.C', mac: true };
}

const missing = (reason: string) => new ConfigError('key store', reason);
