import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { type AccessSpecification } from '../../../../src/gbcs/dlms/access-specification.js';
import { obisToBytes } from '../../../../src/gbcs/dlms/obis-code.js';
import { DLMS_USE_CASES } from '../../../../src/gbcs/use-cases/dlms/index.js';
import { RTDS_DIR } from '../../rtds.js';

/** Row of the GBCS mapping table, as far as it is compared here. */
interface MappingRow {
  readonly class?: number;
  readonly obis?: string;
  readonly kind?: string;
  readonly number?: number;
  readonly encrypted?: boolean;
}
interface MappedUseCase {
  readonly code: string;
  readonly messageCode: string;
  readonly messageType: string;
  readonly roles: readonly string[];
  readonly targets: readonly { readonly encoding: string; readonly rows: readonly MappingRow[] }[];
}

const TABLE = join(RTDS_DIR, '../reference/gbcs-use-cases.json');
const mapped = existsSync(TABLE)
  ? (JSON.parse(readFileSync(TABLE, 'utf8')) as readonly MappedUseCase[]).filter(({ targets }) =>
      targets.some(({ encoding, rows }) => encoding === 'DLMS' && rows.length > 0),
    )
  : [];

const named = ({ classId, obis, service, index }: AccessSpecification): string =>
  `${classId} ${obis} ${service === 'action' ? 'method' : 'attribute'} ${index}`;

/** The items of a mapping table: consecutive rows of one attribute or method are one; encrypted rows are none. */
function itemsOf(rows: readonly MappingRow[]): string[] {
  const items: string[] = [];
  for (const row of rows) {
    const item = `${row.class} ${row.obis} ${row.kind} ${row.number}`;
    if (row.encrypted !== true && items.at(-1) !== item) items.push(item);
  }
  return items;
}

describe('table of DLMS use cases', () => {
  for (const useCase of DLMS_USE_CASES) {
    it(`${useCase.code}: every access names a well-formed object and an attribute or method above 0`, () => {
      expect(useCase.accesses.length).to.be.greaterThan(0);
      for (const { classId, obis, index } of useCase.accesses) {
        expect(obisToBytes(obis)).to.have.length(6);
        expect(classId).to.be.within(1, 0xffff);
        expect(index).to.be.within(1, 127);
      }
    });
  }

  for (const row of mapped) {
    const useCase = DLMS_USE_CASES.find(({ code }) => code === row.code);
    if (!useCase) continue;
    it(`${row.code} has the message code, category and accesses of the GBCS mapping table`, () => {
      expect(useCase.messageCode).to.equal(Number(row.messageCode));
      expect(row.messageType).to.match(new RegExp(`^${useCase.messageType.replaceAll('.', '\\.')}\\b`));
      const rows = row.targets.flatMap((target) => target.rows);
      expect(useCase.accesses.map(named)).to.deep.equal(itemsOf(rows));
      if (row.roles.length === 1 && row.roles[0] === 'Access Control Broker') {
        expect('originator' in useCase, 'is originated by the Access Control Broker').to.equal(true);
      }
    });
  }
});
