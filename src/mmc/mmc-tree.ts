import type { Description } from '../gbcs/index.js';

/** A value of an MMC document as text, or its members by name; undefined members are left out. */
export type MmcValue = string | MmcTree | readonly MmcValue[];

/** Elements (and attributes) by name. Text beside attributes is the member `value`. */
export interface MmcTree {
  readonly [name: string]: MmcValue | undefined;
}

/** Reads one element's value out of decoded content; undefined where the content does not say it. */
export type Reader = (scope: Description) => MmcValue | undefined;

/** How decoded content becomes elements: by name a reader, or the members of the element. */
export interface Template {
  readonly [name: string]: Reader | Template;
}

/** Elements without any content are left out; those the schema wants are made with `kept`. */
export function fill(template: Template, scope: Description): MmcTree | undefined {
  const members = Object.entries(template).map(
    ([name, part]) => [name, typeof part === 'function' ? part(scope) : fill(part, scope)] as const,
  );
  const told = members.filter(([, value]) => value !== undefined);
  return told.length === 0 ? undefined : Object.fromEntries<MmcValue | undefined>(told);
}

/** The members of an element that stays also where it is empty. */
export const kept =
  (template: Template): Reader =>
  (scope) =>
    fill(template, scope) ?? {};

/** The same text always. */
export const constant =
  (text: string): Reader =>
  () =>
    text;
