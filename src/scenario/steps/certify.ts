import { join } from 'node:path';
import { z } from 'zod';
import { parseEui64 } from '../../common/eui64.js';
import { DEVICES_FOLDER, issueDeviceCertificate } from '../../smki/index.js';
import { stepKind } from '../step-kind.js';

/** Has the authority of the virtual Devices issue the certificate that a Device has asked for. */
export const certify = stepKind({
  schema: z.strictObject({
    device: z.string(),
    usage: z.enum(['digitalSignature', 'keyAgreement']),
    /** Certification request in base64, as the Device said it. */
    request: z.string(),
    /** The variable that has the certificate in base64 then. */
    set: z.string(),
  }),
  title: ({ device, usage }) => `certify ${device} ${usage}`,
  play: ({ device, usage, request, set }, world) => {
    const { settings } = world.embedded;
    const certificate = issueDeviceCertificate(
      join(settings.certs_dir, DEVICES_FOLDER),
      {
        device: parseEui64(world.filled(device)),
        usage,
        request: Buffer.from(world.filled(request), 'base64'),
      },
      world.embedded.now(),
    );
    world.variables.set(set, certificate.der.toString('base64'));
    return [];
  },
});
