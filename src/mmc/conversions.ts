import type { Description } from '../gbcs/index.js';
import { valueAt } from './decoded-content.js';
import type { MmcValue, Reader, Template } from './mmc-tree.js';
import { fill } from './mmc-tree.js';

/** Turns a decoded value into text of MMC; undefined where it has none. */
export type Conversion = (value: Description) => string | undefined;

/** The number in front of a unit, such as `10` of `10 Wh`. */
export const number: Conversion = (value) => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? /^-?\d+(?:\.\d+)?/.exec(value)?.[0] : undefined;
};

/** A text as it is. */
export const text: Conversion = (value) => (typeof value === 'string' ? value : undefined);

/** An instant in UTC as xs:dateTime; undefined for one with parts that are not specified. */
export function instant(value: Description): string | undefined {
  if (typeof value !== 'string') return undefined;
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/.exec(value)?.[0];
}

/** A time of day as xs:time in UTC; undefined for one with parts that are not specified. */
export const timeOfDay: Conversion = (value) => {
  const found = typeof value === 'string' ? /^\d\d:\d\d:\d\d(?:\.\d+)?/.exec(value)?.[0] : undefined;
  return found === undefined ? undefined : `${found}Z`;
};

/** `true` or `false`. */
export const truth: Conversion = (value) => (typeof value === 'boolean' ? String(value) : undefined);

/** A word of the decoder in MMC's words; undefined for one that has none. */
export const words =
  (table: Readonly<Record<string, string>>): Conversion =>
  (value) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? table[String(value)]
      : undefined;

/** Bytes in hexadecimal, without `0x`. */
export const hexadecimal: Conversion = (value) =>
  typeof value === 'string' && /^(?:0x)?(?:[0-9A-Fa-f]{2})*$/.test(value)
    ? value.replace(/^0x/, '').toUpperCase()
    : undefined;

/** An EUI-64 with or without hyphens, as DUIS writes it. */
export const eui64: Conversion = (value) =>
  typeof value === 'string' && /^[0-9A-Fa-f]{16}$/.test(value.replaceAll('-', ''))
    ? (value.replaceAll('-', '').match(/../g) ?? []).join('-').toUpperCase()
    : undefined;

/** Bytes in hexadecimal as base64. */
export const base64: Conversion = (value) => {
  const hex = hexadecimal(value);
  return hex === undefined ? undefined : Buffer.from(hex, 'hex').toString('base64');
};

/** A whole number divided by a power of ten, exactly. @param digits how many become decimals */
export const decimals =
  (digits: number): Conversion =>
  (value) => {
    const whole = number(value);
    return whole === undefined ? undefined : shifted(whole, digits);
  };

function shifted(whole: string, digits: number): string {
  const [sign, figures] = whole.startsWith('-') ? ['-', whole.slice(1)] : ['', whole];
  if (digits === 0 || figures.includes('.')) return whole;
  const padded = figures.padStart(digits + 1, '0');
  return `${sign}${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

/** The value at a path, converted. */
export const at =
  (path: string, conversion: Conversion): Reader =>
  (scope) => {
    const found = valueAt(scope, path);
    return found === undefined ? undefined : conversion(found);
  };

/** One element for each member of the list at a path; undefined where there is no list. */
export const each =
  (path: string, template: Template): Reader =>
  (scope) => {
    const list = valueAt(scope, path);
    if (!Array.isArray(list)) return undefined;
    return (list as readonly Description[]).map((entry) => fill(template, entry) ?? {});
  };

/** One element with its `index`, from 1, for each member of the list at a path. @param from first member taken, from 0 */
export const indexed =
  (path: string, conversion: Conversion, from = 0, count = Infinity): Reader =>
  (scope) => {
    const list = valueAt(scope, path);
    if (!Array.isArray(list)) return undefined;
    const values = (list as readonly Description[]).slice(from, from + count);
    return values.map((value, index): MmcValue => ({ index: String(index + 1), value: conversion(value) }));
  };
