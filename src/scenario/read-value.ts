import { type ElementValue, elementValues } from '../duis/element-values/index.js';

/**
 * The first value at a path of an answer.
 * @param path whole, or an end of it such as `Header/ResponseCode`
 */
export function readValue(path: string, values: readonly ElementValue[]): string | undefined {
  return values.find((each) => each.path === path || each.path.endsWith(`/${path}`))?.value;
}

/** What a document says; nothing of what is no XML. */
export function elementValuesOf(text: string | undefined): readonly ElementValue[] {
  return text?.startsWith('<') === true ? elementValues(Buffer.from(text)) : [];
}
