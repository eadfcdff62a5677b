import { setElementValues } from '../duis/element-values/index.js';
import { readTemplate } from './read-template.js';

/**
 * A template with other values in it. Its Signature stays the placeholder it is, for signing replaces that.
 * @param name as {@link readTemplate} takes it
 * @param values by the path of an element below the Request, such as `Header/RequestID`, or any end of it that no other path
 *   has, such as `RequestID`; `[2]` picks one of several, `@index` is an attribute
 * @throws ConfigError for a name or path that is unknown or ambiguous, naming the nearest
 * @throws CodecError for a value with characters XML cannot hold
 */
export function fillTemplate(name: string, values: Readonly<Record<string, string>>): string {
  return setElementValues(Buffer.from(readTemplate(name).xml), values);
}
