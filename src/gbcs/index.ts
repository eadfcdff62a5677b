export { alertCodeOf } from './alert-code.js';
export { contentEncodingOf, targetsOf, USE_CASES, useCaseOf, useCasesFor } from './catalogue.js';
export { customerIdentificationNumberIn } from './customer-identification-number.js';
export { formatCosemDateTime } from './dlms/cosem-date-time.js';
export { describeMessage, type DescribeKeys } from './describe-message.js';
export { deviceLogBackupIn } from './device-log-backup.js';
export {
  type ExecutedInstruction,
  executedInstructionOf,
  type FutureDatedInstruction,
  futureDatedInstructions,
  type Instruction,
  instructionText,
} from './future-dated/index.js';
export { firmwareVersionIn } from './firmware-version-in.js';
export type { GroupingHeader, MessageKind, SupplementaryRemoteParty } from './grouping-header.js';
export {
  decodeMessage,
  encodeMessage,
  type GbcsMessage,
  MAC_LENGTH,
  NO_SIGNATURE,
  SIGNATURE_LENGTH,
} from './message.js';
export { originatorOf } from './originator.js';
export { type CommandKeys, protectCommand } from './protect-command.js';
export { decryptAttribute, encryptAttribute, encryptionContext } from './protection/attribute-encryption.js';
export { deriveKey, type KeyContext, type KeyPurpose } from './protection/key-derivation.js';
export { messageKeys } from './message-keys.js';
export { addMac, computeMac, verifyMac } from './protection/mac.js';
export {
  privateKeySigner,
  type Signer,
  signMessage,
  verifyMessageSignature,
} from './protection/message-signature.js';
export { sharedSecret, SharedSecretCache } from './protection/shared-secret.js';
export { chooseUseCase, transform, transformAs, type TransformResult } from './transform.js';
export type {
  CommunicationsHubBackup,
  DeviceFacts,
  DeviceLogEntry,
  TransformContext,
} from './transform-context.js';
export type {
  ContentEncoding,
  Decrypt,
  Description,
  MessageOriginator,
  MessageProtection,
  MessageType,
  UseCase,
} from './use-case.js';
