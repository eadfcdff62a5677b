import { expect } from 'chai';
import { catalogueRow, type CommandVariant, USER_ROLES, type WebService } from '../../src/duis/index.js';
import {
  commandVariantsOfSchema,
  PUBLISHED_MATRIX,
  publishedFacts,
} from '../duis/catalogue/published-matrix.js';
import { schemaPacks } from '../duis/schema/packs.js';
import { checkedFor } from './checked-request.js';
import { responseCodeOf } from './refusal-of.js';

const COMMAND_VARIANTS: readonly CommandVariant[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** DUIS schema, comment on CommandVariant; `@smartdcc/duis-parser`, cv.ts. */
const SERVICES: Readonly<Record<WebService, readonly number[]>> = {
  transform: [4],
  'send-command': [1, 3, 5, 7],
  'non-device': [2, 6, 8],
};

const LOCAL = [2, 3, 6, 7];

/** What the schema's comments have one row out. */
const COMMAND_VARIANTS_AS_USED: Readonly<Record<string, readonly number[]>> = {
  '7.12': [4, 5, 6, 7],
  '7.13': [4, 5, 6, 7],
  '7.14': [1, 2, 3],
  '7.15': [1, 2, 3],
};

/** Roles of variants for which the matrix has none. */
const ROLES_INFERRED: Readonly<Record<string, readonly string[]>> = {
  '7.16': ['LC'],
  '8.5': ['IS', 'GS'],
  '8.6': ['IS', 'GS'],
};

/** The Response Code by what is published, in the order of the checks. */
function expected(
  { commandVariant, service, role }: { commandVariant: number; service: WebService; role: string },
  allowed: { readonly commandVariants: readonly number[]; readonly roles: readonly string[] },
): string {
  if (commandVariant === 9) return 'E12';
  if (!SERVICES[service].includes(commandVariant)) return 'E13';
  if (!allowed.commandVariants.includes(commandVariant)) return 'E12';
  if (!allowed.roles.includes(role)) return 'E2';
  if (LOCAL.includes(commandVariant) && role !== 'IS' && role !== 'GS') return 'E17';
  return 'passes';
}

describe('every User Role, Command Variant and web service with', () => {
  let ofSchema: ReadonlyMap<string, readonly CommandVariant[]>;
  before(async () => {
    await schemaPacks();
    ofSchema = commandVariantsOfSchema();
  });

  for (const { variant = '', roles = [], name } of PUBLISHED_MATRIX.map(publishedFacts)) {
    it(`${variant} ${name} is answered as published`, () => {
      const row = catalogueRow(variant);
      if (row === undefined) throw new Error(`no row of ${variant}`);
      const allowed = {
        commandVariants: COMMAND_VARIANTS_AS_USED[variant] ?? ofSchema.get(variant) ?? [],
        roles: ROLES_INFERRED[variant] ?? roles,
      };
      for (const role of USER_ROLES) {
        for (const commandVariant of COMMAND_VARIANTS) {
          for (const service of Object.keys(SERVICES) as WebService[]) {
            const asked = { commandVariant, service };
            expect(
              responseCodeOf(checkedFor(row, asked, [role])),
              `${role} with Command Variant ${commandVariant} to ${service}`,
            ).to.equal(expected({ ...asked, role }, allowed));
          }
        }
      }
    });
  }
});
