import { GatewayError } from '../common/errors.js';

/** What is wrong with a file that was named on the command line, and how to go on. */
export class FileProblem extends GatewayError {
  readonly code = 'FILE_PROBLEM';
}

/** How to go on after an error, by its code. */
export type Hints = Readonly<Record<string, string>>;

/**
 * Does something with a file; an error that is expected names the file, and says how to go on where that is known.
 * @param file its name, or `-` for standard input
 * @throws FileProblem
 */
export async function aboutFile<T>(file: string, hints: Hints, action: () => T | Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const expected = error instanceof GatewayError || (error instanceof Error && 'syscall' in error);
    if (!expected || error instanceof FileProblem) throw error;
    const hint = error instanceof GatewayError ? hints[error.code] : undefined;
    const name = file === '-' ? 'standard input' : file;
    throw new FileProblem(`${name}: ${error.message}${hint === undefined ? '' : `\n${hint}`}`, {
      cause: error,
    });
  }
}
