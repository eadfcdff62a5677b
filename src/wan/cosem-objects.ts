import { CodecError } from '../common/errors.js';
import type { AccessSpecification } from '../gbcs/dlms/access-specification.js';

/** Results of an access, as DLMS numbers them. */
export const RESULT = { success: 0, hardwareFault: 1, objectUndefined: 4, otherReason: 250 } as const;

/** What one access gave: a result, and one DLMS value (null where there is none). */
export interface AccessOutcome {
  readonly result: number;
  readonly data: Buffer;
}

/** A DLMS null. */
export const NULL_DATA = Buffer.from([0]);

/** An attribute or a method of a COSEM object. */
export type CosemMember = Omit<AccessSpecification, 'service'>;

const nameOf = ({ classId, obis, index }: CosemMember): string => `${classId} ${obis} ${index}`;

/**
 * The COSEM objects of a virtual Device: attributes whose values follow from its state, methods that change it, and
 * attributes that keep what was written to them.
 */
export class CosemObjects {
  readonly #attributes = new Map<string, () => Buffer>();
  readonly #methods = new Map<string, (argument: Buffer) => Buffer>();
  readonly #written = new Map<string, Buffer>();

  /** @param value gives the attribute as DLMS data */
  defineAttribute(attribute: CosemMember, value: () => Buffer): void {
    this.#attributes.set(nameOf(attribute), value);
  }

  /** @param effect takes the argument and gives the return value, both DLMS data */
  defineMethod(method: CosemMember, effect: (argument: Buffer) => Buffer): void {
    this.#methods.set(nameOf(method), effect);
  }

  /** Keeps a value as if it had been written. @param value DLMS data */
  keep(attribute: CosemMember, value: Buffer): void {
    this.#written.set(nameOf(attribute), value);
  }

  /** The value of an attribute, undefined if the Device has none. */
  value(attribute: CosemMember): Buffer | undefined {
    const name = nameOf(attribute);
    return this.#attributes.get(name)?.() ?? this.#written.get(name);
  }

  /** Carries out one access of a Command; what nobody has written yet cannot be read. */
  access(specification: AccessSpecification, data: Buffer): AccessOutcome {
    switch (specification.service) {
      case 'get':
      case 'get-with-selection': {
        const value = this.value(specification);
        return value === undefined
          ? { result: RESULT.objectUndefined, data: NULL_DATA }
          : { result: RESULT.success, data: value };
      }
      case 'set':
        this.keep(specification, data);
        return { result: RESULT.success, data: NULL_DATA };
      case 'action':
        return this.#invoke(specification, data);
    }
  }

  #invoke(method: CosemMember, argument: Buffer): AccessOutcome {
    try {
      const data = this.#methods.get(nameOf(method))?.(argument) ?? NULL_DATA;
      return { result: RESULT.success, data };
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
      return { result: RESULT.otherReason, data: NULL_DATA };
    }
  }
}
