/** Identifiers of the one signature profile DUIS has. Source: DUIS reference sheet section 1, DCC signing tool. */
export const XMLDSIG = 'http://www.w3.org/2000/09/xmldsig#';
export const EXCLUSIVE_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const ECDSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256';
export const ENVELOPED_SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
export const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

/** Length of a SHA-256 digest, in bytes. */
export const DIGEST_LENGTH = 32;
/** Length of an ECDSA P-256 signature as r then s, in bytes. */
export const SIGNATURE_LENGTH = 64;

/** How node:crypto calls r then s. */
export const SIGNATURE_ENCODING = 'ieee-p1363';
