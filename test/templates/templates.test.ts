import { expect } from 'chai';
import { ConfigError } from '../../src/common/errors.js';
import { parseEui64 } from '../../src/common/eui64.js';
import { elementValues } from '../../src/duis/element-values/index.js';
import { ServiceRequestReader } from '../../src/duis/index.js';
import { DEFAULT_LIMITS } from '../../src/duis/schema/index.js';
import { signRequest } from '../../src/duis/signature/index.js';
import { openCredentials, signerLookup } from '../../src/smki/index.js';
import { fillTemplate, listTemplates, readTemplate } from '../../src/templates/index.js';
import { schemaPacks } from '../duis/schema/packs.js';

const names = (filter?: Parameters<typeof listTemplates>[0]) => listTemplates(filter).map(({ name }) => name);

describe('templates', () => {
  it('are all listed, each once', () => {
    expect(names()).to.have.length(293);
    expect(new Set(names()).size).to.equal(293);
  });

  it('are found by Use Case, whatever the letter case', () => {
    expect(names({ useCase: 'ecs17B' })).to.deep.equal([
      'ECS17b_4.1.1_DSP_FUTURE_DATED',
      'ECS17b_4.1.1',
      'ECS17b_4.1.1_SINGLE_SUCCESS',
      'ECS17b_4.1.1_TWIN_SUCCESS',
    ]);
  });

  for (const [name, useCase] of [
    ['ECS70Commission_8.1.1_SUCCESS', 'ECS70'],
    ['CS02bACBByACB_8.5_SUCCESS', 'CS02b'],
    ['CS02aMAC_6.24.1_SUCCESS', 'CS02a'],
    ['CS04ACCritical_8.8.1_SUCCESS', 'CS04AC'],
    ['ECS25r1_6.2.10_SUCCESS', 'ECS25r1'],
    ['CCS05CCS04_8.9_SUCCESS', 'CCS05CCS04'],
    ['8.14.3_COMMUNICATIONS_HUB_STATUS_UPDATE_FAULT_RETURN', undefined],
  ] as const) {
    it(`tell that ${name} is for ${useCase ?? 'no Use Case'}`, () => {
      expect(readTemplate(name).useCase).to.equal(useCase);
    });
  }

  it('are found by Service Reference Variant, or by Service Reference for all its Variants', () => {
    expect(names({ variant: '1.2.2' })).to.have.length(3);
    const variants = new Set(
      listTemplates({ variant: '8.1' }).map((template) => template.serviceReferenceVariant),
    );
    expect([...variants]).to.deep.equal(['8.1.1']);
  });

  it('are found by words of their name, service or title', () => {
    expect(names({ name: 'read inventory' })).to.deep.equal(['8.2_READ_INVENTORY']);
    expect(names({ name: 'activateemergency' })).to.deep.equal(['ECS09_2.5_SUCCESS', 'GCS06_2.5_SUCCESS']);
    expect(names({ name: 'gsme emergency credit' })).to.deep.equal(['GCS06_2.5_SUCCESS']);
    expect(names({ name: 'immediate', useCase: 'ECS02', variant: '1.6' })).to.deep.equal([
      'ECS02_1.6_IMMEDIATE_SINGLE_SUCCESS',
    ]);
  });

  it('are read by name, by file name and by the tag the package gives them', () => {
    const template = readTemplate('ECS17b_4.1.1_SINGLE_SUCCESS');
    expect(readTemplate('ECS17b_4.1.1_SINGLE_SUCCESS_REQUEST_DUIS.XML')).to.equal(template);
    expect(readTemplate('ECS17b_4.1.1_SINGLE')).to.equal(template);
    expect(template).to.deep.include({
      useCaseTitle: 'ECS17b Read ESME Energy Registers (Import Energy)',
      serviceReferenceVariant: '4.1.1',
      commandVariant: 1,
      service: 'ReadInstantaneousImportRegisters',
    });
  });

  it('that do not exist are refused, and some that do are named', () => {
    expect(() => readTemplate('ecs17b')).to.throw(ConfigError, 'there are ECS17b_4.1.1_DSP_FUTURE_DATED,');
    expect(() => readTemplate('nothing')).to.throw(ConfigError, 'duis template list');
  });

  it('are not changed by being filled', () => {
    const before = readTemplate('ECS09_2.5').xml;
    fillTemplate('ECS09_2.5', { RequestID: 'x' });
    expect(readTemplate('ECS09_2.5').xml).to.equal(before);
  });
});

describe('a template filled and signed', () => {
  let judge: ServiceRequestReader;
  let credentials: Awaited<ReturnType<typeof openCredentials>>['store'];

  before(async () => {
    ({ store: credentials } = await openCredentials({ testCredentials: true }));
    judge = new ServiceRequestReader({
      packs: await schemaPacks(),
      resolveSigner: signerLookup(credentials, { clock: () => new Date('2026-06-01'), acceptExpired: true }),
      limits: DEFAULT_LIMITS,
    });
  });

  for (const { name, xml, serviceReferenceVariant } of listTemplates()) {
    it(`${name} is valid, has its new values and the rest of its own`, () => {
      const present = elementValues(Buffer.from(xml));
      const [originator] = valueAt(present, 'Header/RequestID').split(':');
      const requestId = `${originator}:00-DB-12-34-56-78-90-FE:${2n ** 63n}`;
      // Every value is named by its path and given as it is: what can be read can be set.
      const values = { ...Object.fromEntries(present.map(({ path, value }) => [path, value])) };
      values['Header/RequestID'] = requestId;
      values['@schemaVersion'] = '5.4';
      const filled = Buffer.from(fillTemplate(name, values));
      const read = Object.fromEntries(elementValues(filled).map(({ path, value }) => [path, value]));
      expect(read).to.deep.equal(values);

      const signed = signRequest(filled, (id) => {
        const identity = credentials.findXmlSigner(id);
        if (identity === undefined) throw new Error(`no key of ${id}`);
        return identity;
      });
      const { request } = judge.read(signed);
      expect(request.serviceReferenceVariant).to.equal(serviceReferenceVariant);
      expect(request.requestId).to.deep.equal({
        originator: parseEui64(originator ?? ''),
        target: parseEui64('00-DB-12-34-56-78-90-FE'),
        counter: 2n ** 63n,
      });
    });
  }
});

function valueAt(values: ReturnType<typeof elementValues>, path: string): string {
  const found = values.find((each) => each.path === path);
  if (found === undefined) throw new Error(`no ${path}`);
  return found.value;
}
