export { boxedKeyStore } from './boxed-key-store.js';
export { type Certificate, type KeyUsage, parseCertificate } from './certificate.js';
export {
  CERTIFICATE_PROBLEMS,
  type CertificateProblem,
  checkCertificate,
  type Refusal,
  type SignerLookup,
  signerLookup,
  type TrustedSigner,
  type TrustPolicy,
} from './certificate-check.js';
export { buildCertificationRequest, type DeviceKeyUsage, requestedKey } from './certification-request.js';
export { CertificateRepository, type PublishedCertificate } from './certificate-repository.js';
export {
  canSign,
  credential,
  type Credential,
  type SigningCredential,
  type Usage,
  USAGES,
} from './credential.js';
export type { CredentialSource } from './credential-source.js';
export { CredentialStore, type Standing } from './credential-store.js';
export { type DevicePkiOptions, generateDevicePki, issueDeviceCertificate } from './device-pki.js';
export { normaliseName } from './distinguished-name.js';
export { generateKeyPair } from './generate-key-pair.js';
export { type KeyPair, type KeySource, randomKeys, seededKeys } from './key-source.js';
export { authorityOf, type IssuingAuthority } from './issuing-authority.js';
export { keyIdentifier } from './key-identifier.js';
export { keyStoreDirectory } from './key-store-directory.js';
export {
  type CredentialSettings,
  DEVICES_FOLDER,
  openCredentials,
  type OpenedCredentials,
} from './open-credentials.js';
export { REMOTE_PARTY_ROLES, type RemotePartyRole, remotePartyRole } from './remote-party-role.js';
export { signingToolCertificates } from './signing-tool-certificates.js';
export { ZAZ1_AUTHORITIES } from './zaz1-authorities.js';
