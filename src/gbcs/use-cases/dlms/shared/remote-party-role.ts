import { CodecError } from '../../../../common/errors.js';
import type { Eui64 } from '../../../../common/eui64.js';
import { parseCertificate } from '../../../../smki/index.js';
import type { TransformContext } from '../../../transform-context.js';

/** The role code in an organisation's Key Agreement certificate; undefined where no certificate tells it. */
export function remotePartyRole(id: Eui64, context: TransformContext): number | undefined {
  const certificate = context.keyAgreementCertificate(id);
  if (certificate === undefined) return undefined;
  try {
    return parseCertificate(certificate).role?.code;
  } catch (error) {
    if (error instanceof CodecError) return undefined;
    throw error;
  }
}
