import { calendar, CALENDAR_TYPE } from '../gbcs/gbz/clusters/calendar.js';
import { deviceManagement } from '../gbcs/gbz/clusters/device-management.js';
import { price } from '../gbcs/gbz/clusters/price.js';
import { commandOf } from '../gbcs/gbz/cluster-catalogue.js';
import type { GbzComponent } from '../gbcs/gbz/component.js';
import { encodePayload, frameControlOf, readFrame } from '../gbcs/gbz/frame.js';
import type { ZclCommand } from '../gbcs/gbz/zcl-cluster.js';
import type { ValueOf } from '../gbcs/gbz/zcl-type.js';
import { calendarActionAt } from './gas-calendar.js';

/** Identifiers of the calendars in force. Source: GBCS mapping table, GCS21b, GCS21f; mark: confirmed. */
const CALENDARS_IN_FORCE: ReadonlyMap<number, number> = new Map([
  [0xffffffff, CALENDAR_TYPE.delivered],
  [0xfffffffe, CALENDAR_TYPE.friendlyCredit],
]);

/** What asks for a part of a calendar, and what publishes it. */
const CALENDAR_PARTS: ReadonlyMap<ZclCommand, ZclCommand> = new Map<ZclCommand, ZclCommand>([
  [calendar.fromClient.getDayProfiles, calendar.fromServer.publishDayProfile],
  [calendar.fromClient.getWeekProfiles, calendar.fromServer.publishWeekProfile],
  [calendar.fromClient.getSeasons, calendar.fromServer.publishSeasons],
  [calendar.fromClient.getSpecialDays, calendar.fromServer.publishSpecialDays],
]);

/** Parameters of the commands of a calendar, as far as they are used here. */
interface CalendarValues {
  readonly issuerCalendarId: number;
  readonly calendarType?: number;
  readonly dayId?: number;
  readonly weekId?: number;
}

type BillingPeriod = ValueOf<typeof price.fromServer.publishBillingPeriod.payload>;
type TariffInformation = ValueOf<typeof price.fromServer.publishTariffInformation.payload>;

/** Charging scheme of a tariff with blocks. Source: ZigBee Smart Energy, Publish Tariff Information; GCS01a. */
const BY_BLOCK = 1;

/** The second byte of the event identifier that asks for all events that start with the first one. */
const ALL_EVENTS = 0xff;
const LIST_OF_EVENTS = 0;

/**
 * What was published to a gas meter and is published back when it is asked for: calendars of tariff and of
 * non-disablement, the billing period, and the configuration of events.
 */
export class PublishedToDevice {
  /** Parts by type and identifier of the calendar, command, and identifier of the part. */
  readonly #parts = new Map<string, GbzComponent>();
  /** The calendar in force of each type. */
  readonly #inForce = new Map<number, number>();
  /** The type of the calendar last published: week profiles and seasons do not name theirs, and follow day profiles. */
  #type: number = CALENDAR_TYPE.delivered;
  #billingPeriod: GbzComponent | undefined;
  #tariff: TariffInformation | undefined;
  readonly #events = new Map<number, number>();

  /** Keeps what a command publishes; others say nothing that is kept here. */
  keep(component: GbzComponent): void {
    const { cluster, frameControl, command } = component;
    const known = commandOf(cluster, frameControl, command);
    if (known === price.fromServer.publishBillingPeriod) this.#billingPeriod = component;
    if (known === price.fromServer.publishTariffInformation)
      this.#tariff = readFrame(component).values as TariffInformation;
    if (known === deviceManagement.fromServer.setEventConfiguration) this.#configure(component);
    if (cluster === calendar.id && frameControl.clusterSpecific && known !== undefined)
      this.#keepCalendar(component, known);
  }

  /** What a command asks to be published, in the order it came; undefined where there is nothing. */
  answersTo(component: GbzComponent): readonly GbzComponent[] | undefined {
    const { cluster, frameControl, command, sequence } = component;
    const known = commandOf(cluster, frameControl, command);
    if (known === price.fromClient.getBillingPeriod)
      return this.#billingPeriod && [{ ...this.#billingPeriod, sequence }];
    if (known === deviceManagement.fromServer.getEventConfiguration) return this.#eventsFor(component);
    const part = known && CALENDAR_PARTS.get(known);
    return part && this.#calendarParts(component, part);
  }

  /** From now on that is the calendar of its type. */
  putInForce(calendarType: number, issuerCalendarId: number): void {
    this.#inForce.set(calendarType, issuerCalendarId);
  }

  /**
   * What the calendar in force says of a time: a price tier, or 1 where supply is not to be disabled.
   * @returns undefined where there is none
   */
  calendarActionAt(calendarType: number, time: Date): number | undefined {
    const id = this.#inForce.get(calendarType);
    return id === undefined ? undefined : calendarActionAt(this.#partsOf(calendarType, id), time);
  }

  /** Whether the tariff in force has blocks, and not price tiers. */
  get chargesByBlock(): boolean {
    return this.#tariff !== undefined && this.#tariff.tariffTypeAndChargingScheme >> 4 === BY_BLOCK;
  }

  /** The tariff in force; undefined if none was set. */
  get tariff(): TariffInformation | undefined {
    return this.#tariff;
  }

  /** The billing period that was set; undefined if none was. */
  get billingPeriod(): BillingPeriod | undefined {
    return this.#billingPeriod && (readFrame(this.#billingPeriod).values as BillingPeriod);
  }

  /** The calendar of non-disablement; undefined if there is none. */
  get friendlyCreditCalendarId(): number | undefined {
    return this.#inForce.get(CALENDAR_TYPE.friendlyCredit);
  }

  #keepCalendar(component: GbzComponent, known: ZclCommand): void {
    const { calendarType, issuerCalendarId, dayId, weekId } = readFrame(component).values as CalendarValues;
    this.#type = calendarType ?? this.#type;
    if (known === calendar.fromServer.publishCalendar) {
      this.putInForce(this.#type, issuerCalendarId);
      return;
    }
    const key = [this.#type, issuerCalendarId, known.name, dayId ?? weekId ?? ''].join(' ');
    this.#parts.set(key, component);
  }

  #calendarParts(asked: GbzComponent, part: ZclCommand): readonly GbzComponent[] | undefined {
    const { issuerCalendarId } = readFrame(asked).values as CalendarValues;
    const type = CALENDARS_IN_FORCE.get(issuerCalendarId);
    const id = type === undefined ? undefined : this.#inForce.get(type);
    if (type === undefined || id === undefined) return undefined;
    const found = this.#partsOf(type, id, part);
    if (found.length === 0) return undefined;
    return found.map((component) => ({
      ...component,
      sequence: asked.sequence,
      frameControl: { ...component.frameControl, disableDefaultResponse: true },
    }));
  }

  /** Components of a calendar. @param part those of one command only */
  #partsOf(type: number, id: number, part?: ZclCommand): readonly GbzComponent[] {
    const prefix = [type, id, ...(part === undefined ? [] : [part.name]), ''].join(' ');
    return [...this.#parts].filter(([key]) => key.startsWith(prefix)).map(([, component]) => component);
  }

  /** How an event was configured; undefined if it was not. */
  configurationOf(eventId: number): number | undefined {
    return this.#events.get(eventId);
  }

  #configure(component: GbzComponent): void {
    const { eventConfiguration, eventSelection } = readFrame(component).values as {
      readonly eventConfiguration: number;
      readonly eventSelection: { readonly tag: number; readonly value: unknown };
    };
    if (eventSelection.tag !== LIST_OF_EVENTS) return;
    for (const id of eventSelection.value as readonly number[]) this.#events.set(id, eventConfiguration);
  }

  #eventsFor(asked: GbzComponent): readonly GbzComponent[] | undefined {
    const { eventId: wanted } = readFrame(asked).values as { readonly eventId: number };
    const all = (wanted & 0xff) === ALL_EVENTS;
    const found = [...this.#events]
      .filter(([id]) => (all ? id >> 8 === wanted >> 8 : id === wanted))
      .sort(([one], [other]) => one - other)
      .map(([eventId, eventConfiguration]) => ({ eventId, eventConfiguration }));
    if (found.length === 0) return undefined;
    const report = deviceManagement.fromClient.reportEventConfiguration;
    return [
      {
        cluster: asked.cluster,
        sequence: asked.sequence,
        frameControl: frameControlOf(report),
        command: report.id,
        payload: encodePayload(report, { commandIndex: 0, totalNumberOfCommands: 1, events: found }),
      },
    ];
  }
}
