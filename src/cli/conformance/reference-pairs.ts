import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ConfigError } from '../../common/errors.js';

/** A request of the reference test data and the messages it leads to. */
export interface ReferencePair {
  /** Such as `ECS17b_4.1.1_SINGLE_SUCCESS`. */
  readonly name: string;
  readonly request: Buffer;
  readonly preCommand?: Buffer;
  readonly command?: Buffer;
}

const REQUEST_SUFFIX = '_REQUEST_DUIS.XML';

/**
 * Every request that has a Pre-Command or a Command of its name, in the order of names.
 * @param directory holds `requests/` and `gbcs/`
 * @throws ConfigError if it does not
 */
export function referencePairs(directory: string): ReferencePair[] {
  const messages = new Map(
    list(join(directory, 'gbcs'), true).map((path) => [basename(path), join(directory, 'gbcs', path)]),
  );
  const read = (file: string): Buffer | undefined => {
    const path = messages.get(file);
    return path === undefined
      ? undefined
      : Buffer.from(readFileSync(path, 'latin1').replace(/\s+/g, ''), 'hex');
  };
  return list(join(directory, 'requests'), false)
    .filter((file) => file.endsWith(REQUEST_SUFFIX))
    .sort()
    .flatMap((file) => {
      const name = file.slice(0, -REQUEST_SUFFIX.length);
      const preCommand = read(`${name}_PRECOMMAND_GBCS.HEX`);
      const command = read(`${name}_COMMAND_GBCS.HEX`);
      if (!preCommand && !command) return [];
      const request = readFileSync(join(directory, 'requests', file));
      return [{ name, request, ...(preCommand && { preCommand }), ...(command && { command }) }];
    });
}

function list(directory: string, recursive: boolean): string[] {
  try {
    return readdirSync(directory, { recursive, encoding: 'utf8' });
  } catch {
    throw new ConfigError('--rtds', `'${directory}' cannot be read; say where the reference test data are`);
  }
}
