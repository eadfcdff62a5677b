import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { decodeMessage, type GbcsMessage } from '../../../../src/gbcs/message.js';
import { decodeDer } from '../../../../src/gbcs/asn1/der-schema.js';
import type { Description } from '../../../../src/gbcs/use-case.js';
import { CS03C } from '../../../../src/gbcs/use-cases/asn1/cs03-join.js';
import { hasRtds, rtdsMessages } from '../../rtds.js';
import {
  contentFor,
  context,
  rtdsRequest,
  TEMPLATE_NAMES,
  templateRequest,
  useCaseFor,
} from './template-requests.js';

const commands = new Map(
  rtdsMessages()
    .filter(({ kind }) => kind === 'COMMAND')
    .map(({ name, bytes }) => [name.replace(/_COMMAND$/, ''), decodeMessage(bytes)]),
);

/** The certificate of the other Device in a method C join: the reference keys lack one, and swap the other. */
function otherDeviceCertificate(message: GbcsMessage): Buffer | undefined {
  if (message.header.messageCode !== CS03C.messageCode || !CS03C.contents.command) return undefined;
  return decodeDer(CS03C.contents.command, message.content).value.otherDeviceCertificate;
}

/** The reference requests hold newer certificates than the reference Commands, of the same parties or roles. */
function withoutCertificates(shown: Description): Description {
  const text = JSON.stringify(shown, (_name, value: unknown) =>
    typeof value === 'object' && value !== null && 'der' in value ? 'certificate' : value,
  );
  return JSON.parse(text) as Description;
}

describe('ASN.1 Commands from the sample requests', () => {
  it('are one for each request', () => {
    expect(TEMPLATE_NAMES).to.have.length(35);
  });

  for (const name of TEMPLATE_NAMES) {
    const message = commands.get(name);
    if (!message) continue;
    it(`${name} is equal to the reference Command, originator included`, () => {
      const certificate = otherDeviceCertificate(message);
      const facts = context({ keyAgreementCertificate: () => certificate });
      const request = templateRequest(name);
      const useCase = useCaseFor(request, facts);
      expect(useCase.messageCode).to.equal(message.header.messageCode);
      const { originatorCounter } = message.header;
      const content = useCase.buildContent(request, facts, originatorCounter);
      expect(content.toString('hex')).to.equal(message.content.toString('hex'));

      const protection = useCase.protection?.(request, facts) ?? {
        signed: useCase.messageType === 'SME.C.C',
        mac: true,
      };
      expect(protection).to.deep.equal({
        signed: message.signature !== undefined && message.signature.length > 0,
        mac: message.mac !== undefined,
      });
      const parties = {
        User: { originator: request.requestId.originator, onBehalf: false },
        AccessControlBroker: { originator: facts.accessControlBroker, onBehalf: false },
        AccessControlBrokerForUser: { originator: facts.accessControlBroker, onBehalf: true },
        TransitionalChangeOfSupplier: {
          originator: facts.transitionalChangeOfSupplier?.id,
          onBehalf: false,
        },
      };
      expect({
        originator: message.header.originator,
        onBehalf: message.header.supplementaryRemoteParty !== undefined,
      }).to.deep.equal(parties[useCase.originator?.(request, facts) ?? 'User']);
    });
  }

  for (const name of hasRtds ? TEMPLATE_NAMES : []) {
    const message = commands.get(name);
    it(`${name} is built from the reference request${message ? ', equal but for renewed certificates' : ''}`, () => {
      const certificate = message && otherDeviceCertificate(message);
      const facts = context({ keyAgreementCertificate: () => certificate });
      const request = rtdsRequest(name);
      const useCase = useCaseFor(request, facts);
      const content = useCase.buildContent(request, facts, message?.header.originatorCounter ?? 1n);
      const shown = withoutCertificates(useCase.describeCommand(content));
      if (message) expect(shown).to.deep.equal(withoutCertificates(useCase.describeCommand(message.content)));
    });
  }

  it('are compared with 31 reference Commands', function () {
    if (!hasRtds) this.skip();
    expect(TEMPLATE_NAMES.filter((name) => commands.has(name))).to.have.length(31);
  });

  it('have not changed since they were compared', () => {
    const facts = context({ keyAgreementCertificate: () => undefined });
    const digest = createHash('sha256');
    for (const name of TEMPLATE_NAMES) {
      // Method C joins need a certificate from elsewhere.
      if (name.startsWith('CS03C')) continue;
      digest.update(contentFor(templateRequest(name), facts));
    }
    expect(digest.digest('hex')).to.equal('d93f13e9bfbf759cb28a06c9b7c17e07342f05358f291b6b53ca4f618f385999');
  });
});
