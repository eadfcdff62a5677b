/** What the OU of an organisation certificate says its holder is: two hexadecimal digits. */
export interface RemotePartyRole {
  readonly code: number;
  readonly name: string;
  /** For DUIS XML signatures rather than GBCS messages. */
  readonly signsXml: boolean;
}

/**
 * Roles met in the published ZAZ1 certificates. Codes 0 to 8 and 127 are GBCS remote party roles; 0x87 and 0x89 are
 * the roles of the XML signing certificates of Users and of the DSP there.
 */
export const REMOTE_PARTY_ROLES: readonly RemotePartyRole[] = [
  { code: 0x00, name: 'root', signsXml: false },
  { code: 0x01, name: 'recovery', signsXml: false },
  { code: 0x02, name: 'supplier', signsXml: false },
  { code: 0x03, name: 'network operator', signsXml: false },
  { code: 0x04, name: 'access control broker', signsXml: false },
  { code: 0x05, name: 'transitional CoS', signsXml: false },
  { code: 0x06, name: 'WAN provider', signsXml: false },
  { code: 0x07, name: 'issuing authority', signsXml: false },
  { code: 0x08, name: 'load controller', signsXml: false },
  { code: 0x7f, name: 'other', signsXml: false },
  { code: 0x87, name: 'User XML signing', signsXml: true },
  { code: 0x89, name: 'DSP XML signing', signsXml: true },
];

/**
 * The role an OU stands for; undefined where it stands for none.
 * @param organisationalUnit two hexadecimal digits; DCC Boxed before 1.4.1 wrote its own role in decimal, `137`
 */
export function remotePartyRole(organisationalUnit: string): RemotePartyRole | undefined {
  const code = /^[0-9A-Fa-f]{2}$/.test(organisationalUnit)
    ? parseInt(organisationalUnit, 16)
    : /^[0-9]{3}$/.test(organisationalUnit)
      ? parseInt(organisationalUnit, 10)
      : undefined;
  return REMOTE_PARTY_ROLES.find((role) => role.code === code);
}
