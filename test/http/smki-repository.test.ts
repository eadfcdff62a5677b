import { expect } from 'chai';
import { parseEui64 } from '../../src/common/eui64.js';
import { silentLogger } from '../../src/common/logger.js';
import { createSmkiApp, listen, type ListeningServer, SMKI_PATHS } from '../../src/http/index.js';

const DEVICE = parseEui64('00-DB-12-34-56-78-90-A0');
const CERTIFICATE = {
  eui: DEVICE,
  holder: 'device',
  usage: 'key agreement',
  inUse: true,
  role: undefined,
  serialNumber: 0x0abcn,
  der: Buffer.from('certificate'),
} as const;

describe('SMKI repository', () => {
  let server: ListeningServer;
  before(async () => {
    const repository = {
      certificatesOf: (eui: string) =>
        eui === DEVICE
          ? [CERTIFICATE, { ...CERTIFICATE, inUse: false, usage: 'digital signing' as const }]
          : [],
      certificateBySerial: (serial: bigint) => (serial === 0xabcn ? CERTIFICATE : undefined),
    };
    server = await listen(createSmkiApp(repository, silentLogger), {
      host: '127.0.0.1',
      port: 0,
      bodyTimeoutMs: 2000,
    });
  });
  after(() => server.stop(0));

  async function ask(path: string, body: string, type = 'application/xml'): Promise<string> {
    const headers = { 'Content-Type': type };
    const response = await fetch(server.url + path, { method: 'POST', headers, body });
    return `${response.status} ${await response.text()}`;
  }

  const search = (members: string, type?: string) =>
    ask(SMKI_PATHS.search, `<CertificateSearchRequest>${members}</CertificateSearchRequest>`, type);
  const retrieve = (serial: string) =>
    ask(
      SMKI_PATHS.retrieve,
      `<CertificateDataRequest><CertificateSerial>${serial}</CertificateSerial></CertificateDataRequest>`,
    );
  const device = (eui: string) => `<CertificateSubjectAltName>${eui}</CertificateSubjectAltName>`;

  it('lists the certificates of a Device with their usage and whether they are in use', async () => {
    const answer = await search(device('00-db-12-34-56-78-90-a0'));
    expect(answer).to.match(/^200 .*<CertificateSearchResponse><Result>/);
    expect(answer).to.match(/Status>I<.*Usage>KA<.*Status>E<.*Usage>DS</);
    expect(answer).to.include('<CertificateSerial>ABC<');
  });

  it('does not take a Device for an organisation', async () => {
    expect(await search(`<CertificateSubjectName>${DEVICE}</CertificateSubjectName>`)).to.match(/^402 /);
  });

  it('gives a certificate by its serial number, in either case and with zeros before it', async () => {
    for (const serial of ['ABC', 'abc', '00abc']) {
      expect(await retrieve(serial)).to.include(
        `<CertificateBody>${CERTIFICATE.der.toString('base64')}</CertificateBody>`,
      );
    }
  });

  it('answers 402 where there is nothing', async () => {
    expect(await retrieve('1')).to.match(/^402 /);
    expect(await search(device('00-00-00-00-00-00-00-01'))).to.match(/^402 /);
  });

  it('answers 401 to a query that makes no sense', async () => {
    expect(await search('')).to.match(/^401 /);
    expect(await search(device('x'))).to.match(/^401 .*EUI-64/);
    expect(await retrieve('0x1')).to.match(/^401 .*hexadecimal/);
    expect(await ask(SMKI_PATHS.search, '<a')).to.match(/^401 .*cannot be read/);
  });

  it('answers 415 to another content type, and 404 to another path', async () => {
    expect(await search(device(DEVICE), 'text/plain')).to.match(/^415 /);
    expect(await ask('/services/other', '<a/>')).to.match(/^404 /);
  });
});
