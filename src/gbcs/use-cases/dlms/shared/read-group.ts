import { type CommandItem, group, mapValue } from '../engine/index.js';

/** Plain reads told under one name. Like each of them, the group has no value in the request. */
export function readGroup(items: Readonly<Record<string, CommandItem<undefined>>>): CommandItem<undefined> {
  return mapValue(group(items), { toItem: () => ({}), fromItem: () => undefined });
}
