import { CodecError } from '../../../../common/errors.js';
import { ByteReader } from '../../../bytes/byte-reader.js';
import { resultName } from '../../../dlms/access-response.js';
import { type CosemObject, describeSpecification } from '../../../dlms/access-specification.js';
import { structure } from '../../../dlms/composites.js';
import { decodeData, type DlmsType, encodeData } from '../../../dlms/dlms-type.js';
import type { ObisCode } from '../../../dlms/obis-code.js';
import {
  DATA_PROTECTION_CLASS,
  GET_PROTECTED_ATTRIBUTES,
  protectedReadAnswer,
  protectedReadArgument,
} from '../../../dlms/protected-attributes.js';
import type { LogRange } from '../../../dlms/range-descriptor.js';
import type { Description } from '../../../use-case.js';
import { expectSpecification, sameSpecification } from './access-items.js';
import type { CommandItem } from './command-item.js';
import { describeData } from './describe-data.js';

/** One attribute among those a protected read asks for. */
export interface ProtectedMember<Ranged extends boolean = boolean> {
  readonly object: CosemObject;
  readonly attribute: number;
  readonly type: DlmsType<unknown>;
  /** Whether the request names a range of entries. */
  readonly ranged: Ranged;
}

/** A register read whole. */
export function register(object: CosemObject, type: DlmsType<unknown>): ProtectedMember<false> {
  return { object, attribute: 2, type, ranged: false };
}

/** The entries of a log (class 7) between two instants, both included. */
export function logEntries(object: CosemObject, buffer: DlmsType<unknown>): ProtectedMember<true> {
  return { object, attribute: 2, type: buffer, ranged: true };
}

type MemberMap = Readonly<Record<string, ProtectedMember>>;

type RangedNames<M> = { [K in keyof M]: M[K] extends ProtectedMember<false> ? never : K }[keyof M];

/** Ranges by name of the logs; nothing to say where there are only registers. */
export type Ranges<M> = [RangedNames<M>] extends [never]
  ? undefined
  : { readonly [K in RangedNames<M>]: LogRange };

/**
 * Reads attributes encrypted for the User: one action on a data protection object.
 * @param protectionObject the 0-0:43.2.n.255 object the use case names
 */
export function protectedRead<const M extends MemberMap>(
  protectionObject: ObisCode,
  members: M,
): CommandItem<Ranges<M>> {
  const specification = {
    service: 'action',
    classId: DATA_PROTECTION_CLASS,
    obis: protectionObject,
    index: GET_PROTECTED_ATTRIBUTES,
  } as const;
  const target = describeSpecification(specification);
  const entries = Object.entries<ProtectedMember>(members);
  const plaintext = structure(Object.fromEntries(entries.map(([name, { type }]) => [name, type])));
  const rangeOf = (ranges: Ranges<M>, name: string) =>
    (ranges as Readonly<Record<string, LogRange>> | undefined)?.[name];
  return {
    accesses: [specification],
    write(facts, ranges) {
      const objects = entries.map(([name, { object, attribute }]) => ({
        ...object,
        attribute,
        restriction: rangeOf(ranges, name),
      }));
      const parameters = {
        counter: facts.originatorCounter,
        originator: facts.remoteParty,
        recipient: facts.recipient,
        keyInfo: { agreedKey: {} },
      };
      const argument = { objects, protection: [{ parameters }] };
      return [{ ...specification, data: encodeData(protectedReadArgument, argument) }];
    },
    startsWith: (next) => sameSpecification(next, specification),
    read(request) {
      const item = request.next();
      expectSpecification(item, specification);
      const { objects } = decodeData(protectedReadArgument, item.data);
      const ranges: Record<string, LogRange> = {};
      entries.forEach(([name, member], index) => {
        const found = objects[index];
        if (found?.classId !== member.object.classId || found.obis !== member.object.obis) {
          throw new CodecError(`expected ${member.object.obis} as object ${index + 1}`, item.data.offset);
        }
        if (member.ranged !== (found.restriction !== undefined)) {
          throw new CodecError(`${found.obis} is read ${member.ranged ? 'with' : 'without'} a range`);
        }
        if (found.restriction) ranges[name] = found.restriction;
      });
      if (objects.length > entries.length) {
        throw new CodecError(`expected ${entries.length} objects, found ${objects.length}`, item.data.offset);
      }
      return (Object.keys(ranges).length === 0 ? undefined : ranges) as Ranges<M>;
    },
    describeCommand(ranges) {
      const read: Record<string, Description> = {};
      for (const [name, { object, attribute }] of entries) {
        const access = `class ${object.classId} ${object.obis} attribute ${attribute}`;
        const range = rangeOf(ranges, name);
        read[name] = range ? { access, from: range.from.toISOString(), to: range.to.toISOString() } : access;
      }
      return { access: target, encrypted: read };
    },
    resultCount: () => 1,
    describeResponse(response) {
      const { result, data } = response.next();
      if (result !== 0) return { access: target, result: resultName(result) };
      const { encrypted } = decodeData(protectedReadAnswer, data);
      const revealed = response.decrypt(encrypted);
      const value = revealed
        ? describeData(plaintext, new ByteReader(revealed))
        : { encrypted: encrypted.toString('hex').toUpperCase() };
      return { access: target, result: resultName(result), value };
    },
  };
}
