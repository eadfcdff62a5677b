import { expect } from 'chai';
import { ByteReader } from '../../../../../src/gbcs/bytes/byte-reader.js';
import { type DlmsType, encodeData, decodeData } from '../../../../../src/gbcs/dlms/dlms-type.js';
import { decodeMessage } from '../../../../../src/gbcs/message.js';
import { DLMS_USE_CASES } from '../../../../../src/gbcs/use-cases/dlms/index.js';
import {
  registerAndAccountLog,
  registerReadLog,
} from '../../../../../src/gbcs/use-cases/dlms/shared/register-read-log-entry.js';
import { decryptorFor } from '../../../gbz/rtds-decryptor.js';
import { describeWithRtds, rtdsMessages } from '../../../rtds.js';

const byMessageCode = new Map(DLMS_USE_CASES.map((useCase) => [useCase.messageCode, useCase]));

describeWithRtds('Responses to DLMS Commands', () => {
  for (const { name, bytes } of rtdsMessages()) {
    const { header, content } = decodeMessage(bytes);
    const useCase = byMessageCode.get(header.messageCode);
    if (!useCase || header.kind !== 'Response') continue;
    it(`${name}: all of it is explained, what is encrypted too`, () => {
      const text = JSON.stringify(useCase.describeResponse(content, decryptorFor(header)));
      expect(text).not.to.contain('"unexpected"');
      expect(text).not.to.contain('"encrypted"');
    });
  }
});

const values = (count: number, first: number) => Array.from({ length: count }, (_, index) => first + index);

const registers = {
  timestamp: new Date('2031-01-01T00:00:00Z'),
  activeImport: 1000,
  tariffTou: values(48, 100),
  tariffTouBlock1: values(8, 200),
  tariffTouBlock2: values(8, 300),
  tariffTouBlock3: values(8, 400),
  tariffTouBlock4: values(8, 500),
};
const secondElement = { secondaryActiveImport: 2000, secondaryTariffTou: values(4, 600) };
const account = {
  emergencyCreditBalance: 1,
  meterBalance: -2,
  paymentDebtRegister: 3,
  timeDebtRegister1: 4,
  timeDebtRegister2: 5,
  accumulatedDebtRegister: 6,
};

describe('logs of register values', () => {
  const cases: readonly (readonly [string, DlmsType<unknown>, Readonly<Record<string, unknown>>])[] = [
    ['single element', registerReadLog, registers],
    ['twin element', registerReadLog, { ...registers, ...secondElement }],
    ['single element with account', registerAndAccountLog, { ...registers, ...account }],
    ['twin element with account', registerAndAccountLog, { ...registers, ...secondElement, ...account }],
  ];
  for (const [title, type, entry] of cases) {
    it(`${title}: entries are read back and told with all their members`, () => {
      const read = decodeData(type, new ByteReader(encodeData(type, [entry])));
      expect(read).to.deep.equal([entry]);
      const [told] = type.describe(read) as readonly Readonly<Record<string, unknown>>[];
      expect(told).to.have.all.keys(Object.keys(entry));
    });
  }
});
