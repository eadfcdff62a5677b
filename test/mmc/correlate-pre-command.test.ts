import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandContext } from '../../src/cli/command-context.js';
import { KNOWN_DIFFERENCES, reconciled } from '../../src/cli/conformance/known-differences.js';
import { askedBy, referenceDevices, referenceFacts } from '../../src/cli/conformance/reference-facts.js';
import { referencePairs, type ReferencePair } from '../../src/cli/conformance/reference-pairs.js';
import { referenceRequest } from '../../src/cli/conformance/reference-request.js';
import { DuisFileReader } from '../../src/cli/duis-file-reader.js';
import { readSettings } from '../../src/config/index.js';
import type { ServiceRequest } from '../../src/duis/index.js';
import { decodeMessage, encodeMessage } from '../../src/gbcs/index.js';
import { correlatePreCommand } from '../../src/mmc/index.js';
import { CredentialStore, keyStoreDirectory } from '../../src/smki/index.js';
import { PRESENT, RTDS } from './reference-messages.js';

describe('correlatePreCommand', function () {
  let reader: DuisFileReader;
  let credentials: CredentialStore;

  before(async function () {
    if (!PRESENT) return this.skip();
    reader = await DuisFileReader.open(readSettings().xsd_dir);
    credentials = new CredentialStore([keyStoreDirectory(join(RTDS, 'keystore'))]);
  });

  after(() => PRESENT && reader.close());

  const correlate = (name: string, request: ServiceRequest, preCommand: Buffer) => {
    const devices = referenceDevices(request.requestId.target, referenceFacts(name));
    return correlatePreCommand(
      request,
      preCommand,
      commandContext(request, { devices, counter: 0n, credentials }),
    );
  };
  const read = (name: string) =>
    reader.read(readFileSync(join(RTDS, 'requests', `${name}_REQUEST_DUIS.XML`)));
  const pairNamed = (name: string): ReferencePair & { preCommand: Buffer } => {
    const pair = referencePairs(RTDS).find((one) => one.name === name);
    if (!pair?.preCommand) throw new Error(`no Pre-Command ${name}`);
    return { ...pair, preCommand: pair.preCommand };
  };
  const PAYMENT_MODE = 'ECS02_1.6_IMMEDIATE_SINGLE_SUCCESS';

  it('finds nothing to say of any reference Pre-Command and its request', () => {
    let count = 0;
    for (const pair of referencePairs(RTDS)) {
      if (!pair.preCommand) continue;
      const { xml } = referenceRequest(pair, pair.preCommand);
      const asked = askedBy(reader.read(xml), referenceFacts(pair.name));
      // The certificate of the other Device is no part of the request.
      if (pair.name.startsWith('CS03C')) continue;
      const request = reconciled(asked, KNOWN_DIFFERENCES[pair.name]);
      expect(correlate(pair.name, request, pair.preCommand), pair.name).to.deep.equal([]);
      count++;
    }
    expect(count).to.be.greaterThan(80);
  });

  it('allows a byte for "not signed" at the end', () => {
    const { preCommand } = pairNamed(PAYMENT_MODE);
    const withByte = Buffer.concat([preCommand, Buffer.from([0])]);
    expect(correlate(PAYMENT_MODE, read(PAYMENT_MODE), withByte)).to.deep.equal([]);
  });

  it('tells a Device, an originator and a counter that are not those of the request', () => {
    const message = decodeMessage(pairNamed(PAYMENT_MODE).preCommand);
    const { header } = message;
    const other = encodeMessage({
      ...message,
      header: {
        ...header,
        recipient: header.originator,
        originator: header.recipient,
        originatorCounter: header.originatorCounter + 1n,
      },
    });
    const [device, originator, counter, ...more] = correlate(PAYMENT_MODE, read(PAYMENT_MODE), other);
    expect(device).to.match(
      /^Device \(BusinessTargetID\): 90-B3-D5-1F-30-01-00-00, but .* 00-DB-12-34-56-78-90-A0$/,
    );
    expect(originator).to.match(/^originator/);
    expect(counter).to.match(/^Originator Counter: \d+, but the Service Request means \d+$/);
    expect(more).to.deep.equal([]);
  });

  it('tells a value that was changed, with both values', () => {
    const name = 'ECS42_7.1_SUCCESS';
    const message = decodeMessage(pairNamed(name).preCommand);
    const content = Buffer.from(message.content);
    content.writeUInt8((content.at(-1) ?? 0) ^ 1, content.length - 1);
    const differences = correlate(name, read(name), encodeMessage({ ...message, content }));
    expect(differences).to.have.length(1);
    expect(differences[0]).to.match(/^content/);
  });

  it('tells the use case where another was built', () => {
    const { preCommand } = pairNamed('ECS44_7.3_SUCCESS');
    const differences = correlate(PAYMENT_MODE, read(PAYMENT_MODE), preCommand);
    expect(differences[0]).to.match(
      /^use case: ECS44 \(0x[0-9A-F]{4}\), but the Service Request means ECS02/,
    );
  });

  it('does not take a signed Command for a Pre-Command', () => {
    const { command } = pairNamed(PAYMENT_MODE);
    const differences = correlate(PAYMENT_MODE, read(PAYMENT_MODE), command ?? Buffer.alloc(0));
    expect(differences).to.deep.equal([
      'it has a MAC: this is a Command, not a Pre-Command',
      'it is signed already',
    ]);
  });
});
