import type { Credential } from './credential.js';
import type { IssuingAuthority } from './issuing-authority.js';

/** What one place gives: a key store package, a directory, or keys made in memory. */
export interface CredentialSource {
  readonly name: string;
  readonly credentials: readonly Credential[];
  readonly authorities: readonly IssuingAuthority[];
  /**
   * True: a certificate of this source is trusted only if an authority of any source signed it. False: being in the
   * source is enough, as with a pinned certificate, unless its known issuer did not sign it.
   */
  readonly mustChain: boolean;
  /** What the operator should know and what does not prevent use; names files, never holds key material. */
  readonly remarks: readonly string[];
}
