import { expect } from 'chai';
import { normaliseName } from '../../src/smki/index.js';

describe('normaliseName', () => {
  const normal = normaliseName('CN=Z1,OU=07');

  for (const spelling of [
    'CN=Z1, OU=07',
    ' cn = Z1 , ou = 07 ',
    'OU=07,CN=Z1',
    'OU=07\nCN=Z1',
    'CN=Z1;OU=07',
    'CN=Z1+OU=07',
    '/OU=07/CN=Z1',
    '2.5.4.3=Z1,OID.2.5.4.11=07',
    'CN="Z1",OU=07',
    'CN=\\5A1,OU=07',
    'CN=z1,OU=07',
  ]) {
    it(`takes ${JSON.stringify(spelling)} for CN=Z1,OU=07`, () => {
      expect(normaliseName(spelling)).to.equal(normal);
    });
  }

  for (const other of [
    'CN=Z1',
    'CN=Z1,OU=7',
    'CN=Z1,OU=07,OU=07',
    'OU=Z1,CN=07',
    'CN=Z 1,OU=07',
    'CN=Z1\\,OU=07',
    '',
  ]) {
    it(`tells ${JSON.stringify(other)} from it`, () => {
      expect(normaliseName(other)).not.to.equal(normal);
    });
  }
});
