import { expect } from 'chai';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandPart } from '../../../../src/gbcs/gbz/command-part.js';
import { MAX_COMPONENTS } from '../../../../src/gbcs/gbz/gbz-content.js';
import { GBZ_USE_CASES } from '../../../../src/gbcs/use-cases/gbz/index.js';
import { RTDS_DIR } from '../../rtds.js';

describe('the table of GBZ use cases', () => {
  it('has every code and every message code once', () => {
    for (const member of ['code', 'messageCode'] as const) {
      const values = GBZ_USE_CASES.map((row) => row[member]);
      expect(new Set(values).size, member).to.equal(values.length);
    }
  });

  it('does not shrink', () => {
    expect(GBZ_USE_CASES.length).to.be.at.least(65);
  });

  for (const row of GBZ_USE_CASES) {
    it(`${row.code} says what it is, whom it is for and where that stands`, () => {
      expect(row.title).not.to.equal('');
      expect(row.source).to.match(/GBCS mapping table rows? \d|RTDS 4\.5\.0/);
      expect(row.targets).not.to.have.length(0);
      expect(row.messageCode).to.be.within(1, 0xffff);
      for (const variant of row.serviceReferenceVariants) expect(variant).to.match(/^\d+\.\d+(\.\d+)?$/);
      const most = row.parts.reduce((sum, part) => sum + part.instances[1], 0);
      expect(most).to.be.at.most(MAX_COMPONENTS);
    });
  }

  it('serves each Service Reference Variant and Device type with one use case, or lets use cases choose', () => {
    const rows = GBZ_USE_CASES.flatMap((row) =>
      row.serviceReferenceVariants.flatMap((variant) =>
        row.targets.map((target) => ({ row, key: `${variant} ${target}` })),
      ),
    );
    for (const { key } of rows) {
      const same = rows.filter((other) => other.key === key);
      if (same.length > 1)
        for (const { row } of same) expect('applies' in row, `${row.code} ${key}`).to.equal(true);
    }
  });
});

interface TableField {
  readonly field: string;
  readonly value: string;
}

interface TableComponent {
  readonly commandName: string;
  readonly clusterId: string;
  readonly commandId: string;
  readonly frameControl: string;
  readonly instances?: string;
  readonly payload: readonly TableField[];
}

interface TableRow {
  readonly code: string;
  readonly title: string;
  readonly messageCode: string;
  readonly messageTemplate?: { readonly command?: { readonly components: readonly TableComponent[] } };
}

const MAPPING_TABLE = join(RTDS_DIR, '../reference/gbcs-use-cases.json');

/** Parameters that the table names in other words. */
const IN_OTHER_WORDS: Readonly<Record<string, string>> = {
  'Min. Issuer Event ID': 'minimumIssuerEventId',
  'MaxNumberof Samples': 'maximumNumberOfSamples',
  'Season Entry': 'seasonEntries',
  'Special Day Entry': 'specialDayEntries',
  'Tariff Type / Charging Scheme': 'tariffTypeAndChargingScheme',
  'Block Threshold Sub-payload': 'blockThresholds',
  'Price Matrix Sub-payload': 'priceMatrix',
};

const letters = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
const CONSTANT = /^0(x[0-9A-Fa-f]+|b[01]+)$/;

function instancesOf(text = '1'): string[] {
  const [, least = '1', most = least] = /^(\d+)(?:-(\d+))?/.exec(text) ?? [];
  return [least, most];
}

function compare(part: CommandPart<never>, component: TableComponent): void {
  const { command } = part;
  expect(letters(command.name)).to.equal(letters(component.commandName));
  expect(command.cluster).to.equal(Number(component.clusterId));
  expect(command.id).to.equal(Number(component.commandId));
  const frameControl = (command.clusterSpecific ? 1 : 0) + (command.direction === 'server to client' ? 8 : 0);
  expect(frameControl).to.equal(Number(component.frameControl));
  expect(part.instances.map(String)).to.deep.equal(instancesOf(component.instances));
  if (!command.clusterSpecific) {
    const attributes = component.payload.map(({ value }) => Number(value));
    expect(part.constants['attributes']).to.deep.equal(attributes);
    return;
  }
  const { shape } = command.payload;
  const members = shape.kind === 'structure' ? Object.keys(shape.members) : [];
  expect(members.map(letters)).to.deep.equal(
    component.payload.map(({ field }) => letters(IN_OTHER_WORDS[field] ?? field)),
  );
  component.payload.forEach(({ field, value }, index) => {
    const constant = part.constants[members[index] ?? ''];
    // Signed and unsigned constants are compared by their bytes.
    if (CONSTANT.test(value) && typeof constant === 'number')
      expect(constant >>> 0, field).to.equal(Number(value));
    if (CONSTANT.test(value)) expect(constant, `${field} is a constant`).not.to.equal(undefined);
  });
}

describe('the table of GBZ use cases beside the GBCS mapping table', () => {
  const rows = existsSync(MAPPING_TABLE)
    ? (JSON.parse(readFileSync(MAPPING_TABLE, 'utf8')) as TableRow[])
    : [];

  before(function () {
    if (rows.length === 0) this.skip();
  });

  for (const { code, title, messageCode, messageTemplate } of rows) {
    const useCase = GBZ_USE_CASES.find((row) => row.code === code);
    if (!messageTemplate) continue;
    it(`${code} has its message code, commands, parameters and constants`, () => {
      if (!useCase) throw new Error(`no use case ${code}`);
      expect(useCase.title).to.equal(title);
      expect(useCase.messageCode).to.equal(Number(messageCode));
      // Set Event Configuration repeats without limit, and its last two parameters are one choice here.
      if (code === 'GCS20') return;
      const components = messageTemplate.command?.components ?? [];
      expect(useCase.parts.length).to.equal(components.length);
      components.forEach((component, index) => {
        const part = useCase.parts[index];
        if (part) compare(part, component);
      });
    });
  }
});
