import { ByteReader } from '../gbcs/bytes/byte-reader.js';
import {
  boolean,
  type DlmsType,
  doubleLongUnsigned,
  enumerated,
  instant,
  longUnsigned,
  structure,
  utf8String,
  zigbeeUtcTime,
} from '../gbcs/dlms/index.js';
import { decodeData, encodeData } from '../gbcs/dlms/dlms-type.js';
import {
  controllerSchedule,
  controllerSpecialDays,
  CONTROLLERS,
} from '../gbcs/use-cases/dlms/load-control/auxiliary-controllers.js';
import { type CosemMember, NULL_DATA } from './cosem-objects.js';
import { keepLog } from './kept-log.js';
import { lastSwitch } from './switching-calendar.js';
import type { VirtualDevice } from './virtual-device.js';

/** Objects of the controllers. Source: GBCS mapping table rows 50 to 64, 727 to 783, 938 to 942, 1819 to 1834. */
const LOG = { classId: 7, obis: '0-17:99.98.2.255', index: 2 } as const;
const SCHEDULE = { classId: 10, obis: '0-0:12.0.2.255', index: 2 } as const;
const SPECIAL_DAYS = { classId: 11, obis: '0-0:11.0.3.255', index: 2 } as const;
const SCRIPTS = { classId: 9, obis: '0-0:10.0.103.255', index: 1 } as const;
const LIMIT_SCRIPTS = { classId: 9, obis: '0-0:10.0.107.255', index: 1 } as const;
const periodOf = (controller: number, part: 1 | 2 | 3 | 4): CosemMember => ({
  classId: 1,
  obis: `0-0:94.44.${116 + controller}.${part}`,
  index: 2,
});
const identityOf = (controller: number): CosemMember => ({
  classId: 1,
  obis: `0-0:94.44.0.${20 + controller}`,
  index: 2,
});
const activeOf = (controller: number): CosemMember => ({
  classId: 70,
  obis: `0-${controller}:96.3.10.255`,
  index: 2,
});
const stateOf = (controller: number): CosemMember => ({
  classId: 1,
  obis: `0-0:94.44.0.${30 + controller}`,
  index: 2,
});

/** Parts of the number of a script. Source: GBCS 7.3.6; RTDS 4.5.0 ECS46c, ECS46d, ECS47, ECS47a, ECS47e. */
const KIND = { switch: 0, output: 1, input: 2 } as const;
const SWITCHED = { on: 0x1, off: 0x2 } as const;
const COMMANDED = 0x10;
const RESET = 0x20;
const IN_CALENDAR = 0x80;
const FULL_LEVEL = 100;
/** Tag, length and 8 bytes: zero where the controller is a switch of the meter itself. */
const IDENTITY_LENGTH = 10;
const MINUTE_MS = 60_000;

/** Outcomes in the log. Source: RTDS 4.5.0 ECS35f, where each HCALCS is first told and then says so; mark: inferred. */
const OUTCOME = { sent: 0, succeeded: 1 } as const;
/** Entries the log keeps. It was not looked up; mark: unknown. */
const KEPT = 100;

const entry = structure({
  timestamp: zigbeeUtcTime,
  switchNumberAndAction: longUnsigned,
  outcome: enumerated,
  hanCommandId: doubleLongUnsigned,
});
const jsonText = utf8String({ max: 72_000 });

/** Levels in percent; a switch that is on has an output of 100. */
interface Levels {
  readonly output: number;
  readonly input: number;
}
const OFF: Levels = { output: 0, input: 0 };

/** Something commanded for a time. */
interface Commanded {
  readonly levels: Partial<Levels>;
  readonly from: number;
  readonly to: number;
}

/**
 * The auxiliary controllers of a virtual ESME: what they are set to follows from their calendar, and from Commands for as
 * long as those say.
 */
export class EsmeAuxiliaryControllers {
  readonly #esme: VirtualDevice;
  readonly #commanded = new Map<number, Commanded>();
  readonly #limited = new Map<number, Commanded>();
  readonly #log;

  constructor(esme: VirtualDevice) {
    this.#esme = esme;
    this.#log = keepLog(esme.objects, { attribute: LOG, entry, capacity: KEPT });
    const { objects } = esme;
    for (let controller = 1; controller <= CONTROLLERS; controller++) {
      objects.defineAttribute(activeOf(controller), () =>
        encodeData(boolean, this.levelsOf(controller).output > 0),
      );
      objects.defineAttribute(stateOf(controller), () => encodeData(jsonText, this.#stateText(controller)));
    }
    objects.defineMethod(SCRIPTS, (argument) => {
      this.#run(decodeData(longUnsigned, new ByteReader(argument)));
      return NULL_DATA;
    });
    objects.defineMethod(LIMIT_SCRIPTS, (argument) => {
      this.#limit(decodeData(longUnsigned, new ByteReader(argument)));
      return NULL_DATA;
    });
  }

  /** What a controller is set to now. */
  levelsOf(controller: number): Levels {
    const now = this.#esme.now.getTime();
    const holds = (commanded: Commanded | undefined) =>
      commanded !== undefined && commanded.from <= now && now < commanded.to ? commanded.levels : {};
    const { output, input } = { ...this.#byCalendar(controller), ...holds(this.#commanded.get(controller)) };
    const limit = holds(this.#limited.get(controller));
    return {
      output: Math.min(output, limit.output ?? FULL_LEVEL),
      input: Math.min(input, limit.input ?? FULL_LEVEL),
    };
  }

  /** By its calendar; off where that says nothing. */
  #byCalendar(controller: number): Levels {
    const schedule = this.#value(SCHEDULE, controllerSchedule) ?? [];
    const own = schedule.filter(({ scriptSelector }) => parts(scriptSelector).controller === controller);
    const found = lastSwitch(own, this.#value(SPECIAL_DAYS, controllerSpecialDays) ?? [], this.#esme.now);
    return found === undefined ? OFF : { ...OFF, ...levelsIn(found.scriptSelector) };
  }

  /** ECS47, ECS47a. */
  #run(script: number): void {
    const { kind, controller, state } = parts(script);
    if (state === RESET && kind === KIND.switch) this.#commanded.delete(controller);
    else this.#commanded.set(controller, { levels: levelsIn(script), ...this.#period(script) });
    this.#record(script);
  }

  /** ECS47e. */
  #limit(script: number): void {
    const { controller } = parts(script);
    this.#limited.set(controller, { levels: levelsIn(script), ...this.#written(controller, 3, 4) });
    this.#record(script);
  }

  /** The period a Command has written: minutes from now on for switches of GBCS 1, else start and end. */
  #period(script: number): { readonly from: number; readonly to: number } {
    const { kind, controller, state } = parts(script);
    if (kind === KIND.switch) {
      const part = (state & SWITCHED.on) !== 0 ? 1 : 2;
      const minutes = this.#value(periodOf(controller, part), longUnsigned) ?? 0;
      const from = this.#esme.now.getTime();
      return { from, to: from + minutes * MINUTE_MS };
    }
    return this.#written(controller, 1, 2);
  }

  #written(controller: number, start: 1 | 3, end: 2 | 4) {
    const at = (part: 1 | 2 | 3 | 4) =>
      this.#value(periodOf(controller, part), instant)?.getTime() ?? Infinity;
    return { from: at(start), to: at(end) };
  }

  /** An HCALCS is told over the network, and says that it did; a switch of the meter does it at once. */
  #record(script: number): void {
    const { controller } = parts(script);
    const timestamp = this.#esme.now;
    const identity = this.#esme.objects.value(identityOf(controller));
    const isHcalcs = identity?.length === IDENTITY_LENGTH && identity.subarray(2).some((byte) => byte !== 0);
    if (!isHcalcs) {
      const { succeeded: outcome } = OUTCOME;
      this.#log.add({ timestamp, switchNumberAndAction: script, outcome, hanCommandId: 0 });
      return;
    }
    const hanCommandId = Math.floor(timestamp.getTime() / 1000);
    this.#log.add({ timestamp, switchNumberAndAction: script, outcome: OUTCOME.sent, hanCommandId });
    const switchNumberAndAction = controller << 8;
    this.#log.add({ timestamp, switchNumberAndAction, outcome: OUTCOME.succeeded, hanCommandId });
  }

  /** Source of the members: RTDS 4.5.0 ECS61e. */
  #stateText(controller: number): string {
    const { output: outputState, input: inputState } = this.levelsOf(controller);
    return JSON.stringify({ outputState, inputState });
  }

  #value<T>(attribute: CosemMember, type: DlmsType<T>): T | undefined {
    const value = this.#esme.objects.value(attribute);
    return value && decodeData(type, new ByteReader(value));
  }
}

function parts(script: number) {
  return { kind: script >> 12, controller: (script >> 8) & 0xf, state: script & 0xff };
}

/** What a script sets. */
function levelsIn(script: number): Partial<Levels> {
  const { kind, state } = parts(script);
  if (kind === KIND.switch) return { output: (state & ~COMMANDED) === SWITCHED.on ? FULL_LEVEL : 0 };
  const level = state & ~IN_CALENDAR;
  return kind === KIND.input ? { input: level } : { output: level };
}
