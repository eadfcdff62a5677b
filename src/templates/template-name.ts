/** Ends the file name of every sample. */
const FILE_ENDING = /_REQUEST_DUIS(\.XML)?$/i;

/**
 * The Use Case code a name begins with; what follows it, as in `ECS70Commission` or `CS02bACBByACB`, tells samples of one
 * Use Case apart. Source: parseFileTag of @smartdcc/duis-templates 0.5.0, dist/load.js.
 */
const USE_CASE =
  /^(CCS05CCS04|[A-Z]+\d+(?:(?:[a-z]|[A-Z]{1,2})\d?)?)(?:[A-Z][a-z]+|NO|ACB|MAC|S)*_\d+(?:\.\d+)+/;

/** The name of the template in a file, such as `ECS17b_4.1.1_SINGLE_SUCCESS`. */
export function templateName(file: string): string {
  return file.replace(FILE_ENDING, '');
}

/** The Use Case a template is for, or undefined for a Non-Device Service. */
export function useCaseOf(name: string): string | undefined {
  return USE_CASE.exec(name)?.[1];
}

/** The name without `_SUCCESS`, as the package's own directory has it. */
export function tagOf(name: string): string {
  return name.replace('_SUCCESS', '');
}
