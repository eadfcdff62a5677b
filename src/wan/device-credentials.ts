import { decodeDer, encodeDer } from '../gbcs/asn1/der-schema.js';
import type { GbcsMessage } from '../gbcs/index.js';
import { CS02c } from '../gbcs/use-cases/asn1/cs02c-issue-security-credentials.js';
import { CS02d } from '../gbcs/use-cases/asn1/cs02d-update-device-certificates.js';
import { CS02e } from '../gbcs/use-cases/asn1/cs02e-provide-device-certificates.js';
import { readCertificate } from './read-certificate.js';
import { schemaOf } from './schema-of.js';
import type { VirtualDevice } from './virtual-device.js';

/** CS02c: makes a key pair and answers with the certification request for it. Source: GBCS 13.4; RTDS 4.5.0 CS02c. */
export function issueCredentials(device: VirtualDevice, { content }: GbcsMessage): Buffer {
  const { keyUsage } = decodeDer(schemaOf(CS02c.contents.command), content).value;
  const response = schemaOf(CS02c.contents.response);
  if (keyUsage !== 'digitalSignature' && keyUsage !== 'keyAgreement')
    return encodeDer(response, { issueCredentialsResponseCode: 'invalidKeyUsage' });
  return encodeDer(response, { certificationRequest: device.keys.request(keyUsage) });
}

/**
 * CS02d: takes the certificate of the key made before. The Response is signed with the key that is in use then.
 * Source: GBCS 13.5; that the new key signs is inferred.
 */
export function updateDeviceCertificate(device: VirtualDevice, { content }: GbcsMessage): Buffer {
  const certificate = readCertificate(decodeDer(schemaOf(CS02d.contents.command), content).value);
  const refusal = certificate === undefined ? 'invalidCertificate' : device.keys.install(certificate);
  return encodeDer(schemaOf(CS02d.contents.response), refusal ?? 'success');
}

/** CS02e: gives the certificate of the key in use. Source: GBCS 13.6; RTDS 4.5.0 CS02e. */
export function provideDeviceCertificate(device: VirtualDevice, { content }: GbcsMessage): Buffer {
  const { keyUsage } = decodeDer(schemaOf(CS02e.contents.command), content).value;
  const response = schemaOf(CS02e.contents.response);
  if (keyUsage !== 'digitalSignature' && keyUsage !== 'keyAgreement')
    return encodeDer(response, { provideDeviceCertificateResponseCode: 'invalidKeyUsage' });
  const certificate = device.keys.certificate(keyUsage);
  return certificate === undefined
    ? encodeDer(response, { provideDeviceCertificateResponseCode: 'noCertificateHeld' })
    : encodeDer(response, { certificate: certificate.der });
}
