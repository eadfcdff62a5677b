import { CodecError } from '../common/errors.js';
import type { Description } from '../gbcs/index.js';

type Members = Readonly<Record<string, Description>>;

/** Whether a description has members. */
export function hasMembers(description: Description | undefined): description is Members {
  return typeof description === 'object' && description !== null && !Array.isArray(description);
}

/**
 * The value at a path such as `registers.importRegisters.activeImport`. Between an access of DLMS and its value no step is
 * needed; undefined where there is none, or where it is encrypted and the key is not known.
 * @throws CodecError if what stands there has another layout than its use case says
 */
export function valueAt(scope: Description, path: string): Description | undefined {
  let found: Description | undefined = answered(scope);
  for (const step of path === '' ? [] : path.split('.')) {
    if (Array.isArray(found)) found = answered((found as readonly Description[])[Number(step)]);
    else if (hasMembers(found)) found = answered(found[step]);
    else return undefined;
  }
  return found ?? undefined;
}

/** What an access was answered, or the description itself where it is not an access. */
function answered(description: Description | undefined): Description | undefined {
  if (!hasMembers(description)) return description;
  const { unexpected, because } = description;
  if (unexpected !== undefined && typeof because === 'string') {
    throw new CodecError(`the content has another layout than its use case: ${because}`);
  }
  if (isAccess(description)) return answered(description['value']);
  return isEncrypted(description) ? undefined : description;
}

/** One access of a DLMS Response: object, result and, where something was read, value. */
export interface Access {
  readonly access: string;
  readonly result: string;
}

/** Whether a description tells one access of DLMS. */
export function isAccess(description: Description | undefined): description is Members & Access {
  return (
    hasMembers(description) &&
    typeof description['access'] === 'string' &&
    typeof description['result'] === 'string'
  );
}

function isEncrypted(description: Members): boolean {
  return typeof description['encrypted'] === 'string';
}

/** The accesses of a DLMS Response in the order of transmission. */
export function accessesIn(content: Description): readonly (Members & Access)[] {
  if (isAccess(content)) return [content];
  if (typeof content !== 'object' || content === null) return [];
  return Object.values(content as Members).flatMap(accessesIn);
}

/** Everything that stayed encrypted, as hexadecimal, in the order of transmission. */
export function encryptedIn(content: Description): readonly string[] {
  if (typeof content !== 'object' || content === null) return [];
  if (hasMembers(content) && typeof content['encrypted'] === 'string') return [content['encrypted']];
  return Object.values(content as Members).flatMap(encryptedIn);
}

/** A member as text; empty where it is none. */
export function wordOf(members: Members, name: string): string {
  const value = members[name];
  return typeof value === 'string' ? value : '';
}
