import { boxedKeyStore, type Certificate } from '../../../../src/smki/index.js';

const BY_NAME = new Map(boxedKeyStore().credentials.map(({ name, certificate }) => [name, certificate]));

/** A published ZAZ1 certificate, such as `Z1-supplier-ds`. */
export function testCertificate(name: string): Certificate {
  const found = BY_NAME.get(name);
  if (!found) throw new Error(`no certificate ${name}`);
  return found;
}
