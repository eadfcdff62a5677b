import { expect } from 'chai';
import { decodeMessage } from '../../../../src/gbcs/message.js';
import { DLMS_USE_CASES } from '../../../../src/gbcs/use-cases/dlms/index.js';
import { describeWithRtds, rtdsMessages } from '../../rtds.js';

const byMessageCode = new Map(DLMS_USE_CASES.map((useCase) => [useCase.messageCode, useCase]));

describeWithRtds('DLMS use cases and the reference messages', () => {
  for (const { name, bytes } of rtdsMessages()) {
    const { header, content } = decodeMessage(bytes);
    const useCase = byMessageCode.get(header.messageCode);
    if (!useCase) continue;
    if (header.kind === 'Command') {
      it(`${name}: ${useCase.code} decodes it and builds the same bytes from the values`, () => {
        const values = useCase.decodeCommand(content);
        const rebuilt = useCase.encodeCommand(values, {
          originatorCounter: header.originatorCounter,
          remoteParty: header.supplementaryRemoteParty?.id ?? header.originator,
          recipient: header.recipient,
        });
        expect(rebuilt.toString('hex')).to.equal(content.toString('hex'));
      });
    } else if (header.kind === 'Response') {
      it(`${name}: ${useCase.code} explains it as declared`, () => {
        expect(JSON.stringify(useCase.describeResponse(content))).not.to.contain('"unexpected"');
      });
    }
  }
});
