import { normaliseName } from './distinguished-name.js';
import { authorityFromPoint, type IssuingAuthority } from './issuing-authority.js';

/**
 * Issuing authorities of the published test credentials: ZAZ1 organisations (Z1, with OB and Z99 for two of the other
 * Users) and the Devices of the reference message set (E357).
 *
 * Their certificates are not in the key store package. The keys were recovered from the ECDSA signatures on the
 * certificates they issued (two candidates a signature, one in common), and each proves itself: it hashes to the
 * authorityKeyIdentifier in those certificates. Z1's is also the one in the reference CS02b Commands.
 */
export const ZAZ1_AUTHORITIES: readonly IssuingAuthority[] = [
  authorityFromPoint(
    normaliseName('CN=Z1,OU=07'),
    '4f5688d7ec933be2',
    '1a2b924097b58d70b0c2cf74eba1d2a6f1d6ab56955343f1329468c64327fcfe',
    '28876b560cb5c783a5722fd3b9ebd8f3a29441d9cff42554aca8778e34741cd5',
  ),
  authorityFromPoint(
    normaliseName('CN=OB,OU=07'),
    '4ddf1ea1b8bd9fbb',
    'f2b2241a2c0e248ea2dbe36d4bea6fec68a108cbc3d637219cc1635a9c91aaaf',
    '87fe926d25d4ff4d9b66f345df1a99d237d67976b6b352edc39c68d340b9e4cb',
  ),
  authorityFromPoint(
    normaliseName('CN=Z99,OU=07'),
    '4479913cafd95ab6',
    '86709146ea72f800bd0c80bb3fe6a3e4e16758b4bbe25dd8668bf3cbb815fd71',
    '37acac2686399e100ba9ff3536e5abeed38bd393df45d06f4387b4904aab4999',
  ),
  authorityFromPoint(
    normaliseName('CN=E357'),
    '47d40af3412904a0',
    '1f3b1aa71f247df76435b0e3ed8808991abbf7340d5b726fd45d076403de664e',
    'd67b6e2d3b59880ba0fe4fd8a7abe9c2ed61afc8eb28b653c6266f6f0d8b7c8f',
  ),
];
