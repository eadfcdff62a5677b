import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const because = z.string().min(1);
const name = z.string().min(1);
const names = z.array(name).min(1);
const occurrence = { minOccurs: z.string().optional(), maxOccurs: z.string().optional() };

const ELEMENT = z.union([
  z.strictObject({ name, type: name, ...occurrence }),
  /** A string of so many characters. */
  z.strictObject({ name, length: z.int().positive(), ...occurrence }),
]);

const EDIT = z.discriminatedUnion('edit', [
  /** More values of an enumeration, before one that is there: their order has no meaning, but readers like it. */
  z.strictObject({ edit: z.literal('add-values'), because, type: name, before: name, values: names }),
  /** A new enumeration of strings. */
  z.strictObject({ edit: z.literal('add-type'), because, name, values: names }),
  /** One more element in a complex type, behind one that is there. */
  z.strictObject({ edit: z.literal('add-element'), because, type: name, after: name, element: ELEMENT }),
  /** Neighbouring elements leave a complex type and become one of their own. */
  z.strictObject({ edit: z.literal('extract-type'), because, type: name, elements: names, name }),
  /** Neighbouring elements of a complex type become a sequence of their own. */
  z.strictObject({
    edit: z.literal('group'),
    because,
    type: name,
    elements: names,
    minOccurs: z.string().optional(),
  }),
]);

const DEFINITION = z.strictObject({ from: name, to: name, edits: z.array(EDIT) });

export type UpliftElement = z.output<typeof ELEMENT>;

/** One difference between two versions of the DUIS schema, and the sentence that says why it is there. */
export type UpliftEdit = z.output<typeof EDIT>;

/** How the DUIS schema of one version becomes that of a later one. The MMC and XML Signature schemas do not differ. */
export type UpliftDefinition = z.output<typeof DEFINITION>;

const FILE = fileURLToPath(new URL('../../../xsd/uplift/5.1-to-5.4.json', import.meta.url));

/** The project's own definition: see `xsd/README.md`. */
export function upliftTo54(): UpliftDefinition {
  return DEFINITION.parse(JSON.parse(readFileSync(FILE, 'utf8')));
}
