import { expect } from 'chai';
import fc from 'fast-check';
import { CodecError } from '../../../../../src/common/errors.js';
import { parseEui64 } from '../../../../../src/common/eui64.js';
import { ByteReader } from '../../../../../src/gbcs/bytes/byte-reader.js';
import { encodeAccessRequest } from '../../../../../src/gbcs/dlms/access-request.js';
import { encodeAccessResponse } from '../../../../../src/gbcs/dlms/access-response.js';
import { encodeData } from '../../../../../src/gbcs/dlms/dlms-type.js';
import {
  activationDateTime,
  anyData,
  constant,
  enumerated,
  integer,
  longUnsigned,
  nullData,
  profileBuffer,
  structure,
  unsigned,
  zigbeeUtcTime,
} from '../../../../../src/gbcs/dlms/index.js';
import { protectedReadAnswer } from '../../../../../src/gbcs/dlms/protected-attributes.js';
import {
  action,
  dlmsUseCase,
  get,
  getRange,
  group,
  included,
  logEntries,
  optional,
  protectedRead,
  register,
  repeat,
  set,
} from '../../../../../src/gbcs/use-cases/dlms/engine/index.js';

const FACTS = {
  originatorCounter: 0x1_0000_0005n,
  remoteParty: parseEui64('90b3d51f30010000'),
  recipient: parseEui64('00db1234567890a0'),
};

const entry = structure({ timestamp: zigbeeUtcTime, code: longUnsigned });

/** A made-up use case with one item of each form. */
const useCase = dlmsUseCase({
  code: 'TEST',
  title: 'One item of each form',
  messageCode: 0x7fff,
  messageType: 'SME.C.C',
  serviceReferenceVariants: [],
  targets: ['ESME'],
  source: 'made for this test',
  command: {
    reading: get({ classId: 3, obis: '1-0:1.8.0.255' }, 2, longUnsigned),
    log: getRange({ classId: 7, obis: '0-0:99.98.0.255' }, profileBuffer(entry)),
    settings: group({
      mode: set({ classId: 1, obis: '0-0:94.44.0.1' }, 2, unsigned),
      fixed: set({ classId: 1, obis: '0-0:94.44.0.2' }, 2, constant(enumerated, 5)),
    }),
    controllers: repeat(3, (n) => optional(set({ classId: 1, obis: `0-0:94.44.6.${n}` }, 2, longUnsigned))),
    reset: included(action({ classId: 4, obis: '1-0:1.6.0.255' }, 1, constant(integer, 0))),
    sensitive: protectedRead('0-0:43.2.2.255', {
      register: register({ classId: 1, obis: '0-0:94.44.34.10' }, unsigned),
      first: logEntries({ classId: 7, obis: '0-0:98.1.0.255' }, profileBuffer(entry)),
    }),
    activation: set({ classId: 9000, obis: '0-0:94.44.128.7' }, 6, activationDateTime),
  },
  from: {},
});

const seconds = fc
  .integer({ min: 0, max: 0xfffffffe })
  .map((value) => new Date(Date.UTC(2000, 0, 1) + value * 1000));
const range = fc.record({ from: seconds, to: seconds });
const values = fc.record({
  log: range,
  settings: fc.record({ mode: fc.integer({ min: 0, max: 255 }) }),
  controllers: fc.array(fc.option(fc.integer({ min: 0, max: 65535 }), { nil: undefined }), {
    minLength: 3,
    maxLength: 3,
  }),
  reset: fc.constantFrom(true, undefined),
  sensitive: fc.record({ first: range }),
  activation: fc.oneof(seconds, fc.constantFrom('immediately' as const, 'never' as const)),
});

const OF_ALL = {
  log: { from: new Date('2014-12-31T00:00:00Z'), to: new Date('2015-01-01T00:00:00Z') },
  settings: { mode: 7 },
  controllers: [1, 2, 3],
  reset: true,
  sensitive: { first: { from: new Date('2014-12-31T00:00:00Z'), to: new Date('2015-01-01T00:00:00Z') } },
  activation: 'immediately',
} as const;

describe('row language of DLMS use cases', () => {
  it('decodes a Command to the values it was built from', () => {
    fc.assert(
      fc.property(values, (value) => {
        const { reset, ...rest } = value;
        const given = { ...rest, ...(reset && { reset }) };
        expect(useCase.decodeCommand(useCase.encodeCommand(given, FACTS))).to.deep.equal(given);
      }),
    );
  });

  it('leaves out what may be left out, and finds it again when it is there', () => {
    const some = { ...OF_ALL, controllers: [undefined, 2, undefined], reset: false };
    const { reset, ...rest } = useCase.decodeCommand(useCase.encodeCommand(some, FACTS));
    expect(rest).to.deep.include({ controllers: [undefined, 2, undefined] });
    expect(reset).to.equal(undefined);
  });

  it('carries counter, reader and Device in the protection of a protected read', () => {
    const content = useCase.encodeCommand(OF_ALL, FACTS).toString('hex');
    expect(content).to.contain('0909040000000100000005' + '090890b3d51f30010000' + '090800db1234567890a0');
    expect(content.slice(2, 10), 'long-invoke-id').to.equal('20000005');
  });

  it('explains a Command in the names of the row', () => {
    expect(useCase.describeCommand(useCase.encodeCommand(OF_ALL, FACTS))).to.deep.equal({
      reading: 'get class 3 1-0:1.8.0.255 attribute 2',
      log: {
        access: 'get-with-selection class 7 0-0:99.98.0.255 attribute 2',
        value: { from: '2014-12-31T00:00:00.000Z', to: '2015-01-01T00:00:00.000Z' },
      },
      settings: {
        mode: { access: 'set class 1 0-0:94.44.0.1 attribute 2', value: 7 },
        fixed: { access: 'set class 1 0-0:94.44.0.2 attribute 2', value: 5 },
      },
      controllers: [1, 2, 3].map((value) => ({
        access: `set class 1 0-0:94.44.6.${value} attribute 2`,
        value,
      })),
      reset: { access: 'action class 4 1-0:1.6.0.255 method 1', value: 0 },
      sensitive: {
        access: 'action class 30 0-0:43.2.2.255 method 1',
        encrypted: {
          register: 'class 1 0-0:94.44.34.10 attribute 2',
          first: {
            access: 'class 7 0-0:98.1.0.255 attribute 2',
            from: '2014-12-31T00:00:00.000Z',
            to: '2015-01-01T00:00:00.000Z',
          },
        },
      },
      activation: { access: 'set class 9000 0-0:94.44.128.7 attribute 6', value: 'immediately' },
    });
  });

  it('names the item whose value does not fit', () => {
    expect(() => useCase.encodeCommand({ ...OF_ALL, controllers: [1, 70000, 3] }, FACTS))
      .to.throw(CodecError)
      .with.property('path', 'controllers[1]');
  });

  it('refuses a Command with an item missing, of another object, or too many', () => {
    const decode = (items: Parameters<typeof encodeAccessRequest>[0]['items']) =>
      useCase.decodeCommand(encodeAccessRequest({ invokeId: 5, items }));
    const data = encodeData(nullData, null);
    const reading = { service: 'get', classId: 3, obis: '1-0:1.8.0.255', index: 2, data } as const;
    expect(() => decode([reading])).to.throw(CodecError, 'log: expected more than 1 items');
    expect(() => decode([{ ...reading, obis: '1-0:2.8.0.255' }])).to.throw(
      CodecError,
      'reading: expected get class 3 1-0:1.8.0.255 attribute 2, found get class 3 1-0:2.8.0.255 attribute 2',
    );
    const single = dlmsUseCase({
      code: 'TEST',
      title: 'One read',
      messageCode: 0x7ffe,
      messageType: 'SME.C.NC',
      serviceReferenceVariants: [],
      targets: ['ESME'],
      source: 'made for this test',
      command: { reading: get(reading, 2, longUnsigned) },
      from: {},
    });
    const twice = encodeAccessRequest({ invokeId: 5, items: [reading, reading] });
    expect(() => single.decodeCommand(twice)).to.throw(CodecError, '1 items left over');
  });
});

describe('Responses of DLMS use cases', () => {
  const NULL = encodeData(nullData, null);
  const ok = (service: 'get' | 'set' | 'action', data = NULL) => ({ service, result: 0, data });
  const log = Buffer.from('1302020612061c374a800001', 'hex');
  const plaintext = Buffer.concat([Buffer.from('02021109', 'hex'), log]);
  const party = parseEui64('90b3d51f30010000');
  const encrypted = encodeData(protectedReadAnswer, {
    protection: [
      { parameters: { counter: 5n, originator: party, recipient: party, keyInfo: { agreedKey: {} } } },
    ],
    encrypted: Buffer.from('31', 'hex'),
  });
  const answer = (controllers: number, reset: boolean) =>
    encodeAccessResponse({
      invokeId: 5,
      results: [
        ok('get', Buffer.from('120007', 'hex')),
        ok('get', log),
        ok('set'),
        { service: 'set', result: 250, data: NULL },
        ...Array.from({ length: controllers }, () => ok('set')),
        ...(reset ? [ok('action')] : []),
        ok('action', encrypted),
        ok('set'),
      ],
    });

  it('are explained with names, results and decrypted values', () => {
    const told = useCase.describeResponse(answer(3, true), () => plaintext);
    const entries = [{ timestamp: '2015-01-01T00:00:00.000Z', code: 1 }];
    expect(told).to.deep.include({
      reading: { access: 'get class 3 1-0:1.8.0.255 attribute 2', result: 'success', value: 7 },
      sensitive: {
        access: 'action class 30 0-0:43.2.2.255 method 1',
        result: 'success',
        value: { register: 9, first: entries },
      },
      settings: {
        mode: { access: 'set class 1 0-0:94.44.0.1 attribute 2', result: 'success' },
        fixed: { access: 'set class 1 0-0:94.44.0.2 attribute 2', result: 'other reason' },
      },
    });
  });

  it('are explained without the items that were left out', () => {
    expect(useCase.describeResponse(answer(0, false))).to.have.property('activation');
  });

  it('show encrypted values as bytes without the key', () => {
    expect(useCase.describeResponse(answer(3, true)))
      .to.have.nested.property('sensitive.value')
      .that.deep.equals({ encrypted: '31' });
  });

  it('are listed result by result where their number fits no choice of items', () => {
    expect(useCase.describeResponse(answer(1, true)))
      .to.be.an('array')
      .with.length(8);
  });

  it('tell data of another type than declared as they are, and why', () => {
    const results = [{ service: 'get' as const, result: 0, data: Buffer.from('1101', 'hex') }];
    const single = dlmsUseCase({
      code: 'TEST',
      title: 'One read',
      messageCode: 0x7ffe,
      messageType: 'SME.C.NC',
      serviceReferenceVariants: [],
      targets: ['ESME'],
      source: 'made for this test',
      command: { reading: get({ classId: 3, obis: '1-0:1.8.0.255' }, 2, longUnsigned) },
      from: {},
    });
    expect(single.describeResponse(encodeAccessResponse({ invokeId: 1, results }))).to.have.nested.property(
      'reading.value.unexpected',
      1,
    );
    expect(anyData.describe(anyData.read(new ByteReader(Buffer.from('1101', 'hex'))))).to.equal(1);
  });
});
