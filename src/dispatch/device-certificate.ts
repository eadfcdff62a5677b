import { hasBody, type ServiceRequest } from '../duis/index.js';
import { decodeMessage } from '../gbcs/index.js';
import { type Credential, credential, parseCertificate } from '../smki/index.js';

/**
 * The certificate a Device was given by Update Security Credentials (Device), 6.15.2: the content of its Command, CS02d.
 * @throws CodecError if the Command holds no certificate of a Device
 */
export function deviceCertificateIn(request: ServiceRequest): Credential | undefined {
  if (!hasBody(request, 'SignedPreCommand')) return undefined;
  const certificate = parseCertificate(decodeMessage(request.body.content.GBCSPayload).content);
  const usage = certificate.keyUsage === 'digitalSignature' ? 'ds' : 'ka';
  return credential(certificate, usage, `6.15.2 ${request.requestId.counter}`);
}
