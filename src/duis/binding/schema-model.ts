/** How a simple XSD type is held in TypeScript; decides how its text is read and written. */
export type ValueKind =
  | 'string'
  | 'boolean'
  | 'number'
  | 'bigint'
  | 'decimal'
  | 'dateTime'
  | 'date'
  | 'time'
  | 'hexBinary'
  | 'base64Binary'
  | 'eui';

/** A simple type: its kind and the facets that bound its values. */
export interface SimpleModel {
  readonly kind: ValueKind;
  /** White space around a text and runs of it inside have no meaning (xs:token). */
  readonly collapse?: true;
  readonly enumeration?: readonly string[];
  /** Inclusive bounds as written in the schema. */
  readonly min?: string;
  readonly max?: string;
  readonly minExclusive?: string;
  readonly maxExclusive?: string;
  readonly pattern?: string;
  readonly length?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly fractionDigits?: number;
  readonly totalDigits?: number;
}

/** Namespace of an element: DUIS (`sr`), MMC (`ra`) or XML signature (`ds`). */
export type NamespacePrefix = 'sr' | 'ra' | 'ds';

/** A child element of a complex type, in schema order. */
export interface ElementModel {
  readonly name: string;
  readonly namespace: NamespacePrefix;
  /** Name of a simple or complex type in the model. */
  readonly type: string;
  /** Fewest occurrences; 0 for a member of a choice or of a sequence that may be absent. */
  readonly min: number;
  /** Most occurrences; -1 is unbounded. */
  readonly max: number;
  /** Members of one choice, or of one sequence that may be absent, share a number; at most one alternative is present. */
  readonly choice?: number;
  readonly alternative?: number;
  /** Fewest occurrences where its alternative is present. */
  readonly minInside?: number;
}

export interface AttributeModel {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

/** A complex type: attributes, then either child elements or text. */
export interface ComplexModel {
  readonly attributes?: readonly AttributeModel[];
  readonly elements?: readonly ElementModel[];
  /** Simple type of the text, where the type has simple content. */
  readonly text?: string;
}

/** The DUIS and MMC schemas as far as messages are bound: every named or inlined type, and the global elements. */
export interface SchemaModel {
  readonly simple: Readonly<Record<string, SimpleModel>>;
  readonly complex: Readonly<Record<string, ComplexModel>>;
  readonly roots: Readonly<Record<string, string>>;
}
