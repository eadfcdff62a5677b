import type { Template } from './mmc-tree.js';

/** How the content of a Response becomes the members of its MMC element. */
export interface ResponseRow {
  /** Codes of the use cases whose content has this form, in the spelling of the GBCS mapping table. */
  readonly useCases: readonly string[];
  readonly elements: Template;
  /** Where the pairing of attribute and element was read. */
  readonly source: string;
  readonly mark: 'confirmed' | 'inferred';
}
