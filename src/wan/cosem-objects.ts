import { CodecError } from '../common/errors.js';
import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import type { AccessSpecification } from '../gbcs/dlms/access-specification.js';
import { decodeData } from '../gbcs/dlms/dlms-type.js';
import { type LogRange, rangeDescriptor } from '../gbcs/dlms/range-descriptor.js';

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
  readonly #effects = new Map<string, () => void>();
  #actedOn: (messageCode: number, succeeded: boolean) => void = () => undefined;
  #beforeChange: (attribute: CosemMember) => void = () => undefined;
  readonly #logs = new Map<string, (range: LogRange) => Buffer>();

  /** @param value gives the attribute as DLMS data */
  defineAttribute(attribute: CosemMember, value: () => Buffer): void {
    this.#attributes.set(nameOf(attribute), value);
  }

  /** @param effect takes the argument and gives the return value, both DLMS data */
  defineMethod(method: CosemMember, effect: (argument: Buffer) => Buffer): void {
    this.#methods.set(nameOf(method), effect);
  }

  /** @param effect of a Command that writes the attribute, once it is written */
  whenWritten(attribute: CosemMember, effect: () => void): void {
    this.#effects.set(nameOf(attribute), effect);
  }

  /** @param entries gives what is in the log of a range as DLMS data */
  defineLog(attribute: CosemMember, entries: (range: LogRange) => Buffer): void {
    this.#logs.set(nameOf(attribute), entries);
  }

  /** @param effect of every change to come, before it happens: told which attribute, whose value goes */
  beforeChange(effect: (attribute: CosemMember) => void): void {
    this.#beforeChange = effect;
  }

  /** @param effect of a Command that writes or acts, once it is carried out: its message code, and whether all went well */
  whenActedOn(effect: (messageCode: number, succeeded: boolean) => void): void {
    this.#actedOn = effect;
  }

  /** Tells that a Command that writes or acts was carried out. */
  actedOn(messageCode: number, succeeded: boolean): void {
    this.#actedOn(messageCode, succeeded);
  }

  /** Keeps a value as if it had been written. @param value DLMS data */
  keep(attribute: CosemMember, value: Buffer): void {
    this.#beforeChange(attribute);
    this.#written.set(nameOf(attribute), value);
  }

  /** The value of an attribute, undefined if the Device has none. */
  value(attribute: CosemMember): Buffer | undefined {
    const name = nameOf(attribute);
    return this.#attributes.get(name)?.() ?? this.#written.get(name);
  }

  /**
   * Carries out one access of a Command; what nobody has written yet cannot be read.
   * @param data of a set or an action; the range descriptor of a get with selection
   */
  access(specification: AccessSpecification, data: Buffer): AccessOutcome {
    switch (specification.service) {
      case 'get':
        return found(this.value(specification));
      case 'get-with-selection':
        return found(this.entries(specification, decodeData(rangeDescriptor, new ByteReader(data))));
      case 'set':
        this.keep(specification, data);
        this.#effects.get(nameOf(specification))?.();
        return { result: RESULT.success, data: NULL_DATA };
      case 'action':
        return this.#invoke(specification, data);
    }
  }

  /** What is in the log of a range as DLMS data; the whole value of what is no log. */
  entries(attribute: CosemMember, range: LogRange): Buffer | undefined {
    return this.#logs.get(nameOf(attribute))?.(range) ?? this.value(attribute);
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

function found(value: Buffer | undefined): AccessOutcome {
  return value === undefined
    ? { result: RESULT.objectUndefined, data: NULL_DATA }
    : { result: RESULT.success, data: value };
}
