/** A change to the text of a sample request. */
export type Edit = (xml: string) => string;

/** Gives the first element of this name another text. */
export const set =
  (element: string, value: string): Edit =>
  (xml) =>
    xml.replace(new RegExp(`<sr:${element}>[^<]*<`), `<sr:${element}>${value}<`);

/** Takes the first element of this name out. */
export const remove =
  (element: string): Edit =>
  (xml) =>
    xml.replace(new RegExp(`<sr:${element}>[^<]*</sr:${element}>`), '');

/** Puts an ExecutionDateTime where the schema has it: first in the element of the service. */
export const addExecution =
  (time: string): Edit =>
  (xml) =>
    xml.replace(/(<sr:Body>\s*<sr:\w+>)/, `$1<sr:ExecutionDateTime>${time}</sr:ExecutionDateTime>`);

/** One edit after the other. */
export const all =
  (...edits: Edit[]): Edit =>
  (xml) =>
    edits.reduce((text, edit) => edit(text), xml);
