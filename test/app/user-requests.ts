import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templatesDirectory } from '../../src/cli/conformance/reference-request.js';
import { decodeMessage, encodeMessage, privateKeySigner, signMessage } from '../../src/gbcs/index.js';
import type { VirtualHan } from '../../src/wan/index.js';
import { ACB, ESME, type GatewayHarness, type RequestFacts, SUPPLIER } from './gateway-harness.js';

type Answer = Awaited<ReturnType<GatewayHarness['post']>>;

/** Sends a Non-Device Service. */
export function nonDevice(
  home: GatewayHarness,
  variant: string,
  body: string,
  facts: RequestFacts = {},
): Promise<Answer> {
  return home.post('D', home.signed({ target: ACB, commandVariant: 8, variant, body, ...facts }));
}

/** Has the Pre-Command of a critical request made, signs it and sends it back. @returns the answer to that */
export async function critical(
  home: GatewayHarness,
  facts: RequestFacts & { readonly counter: bigint },
  commandVariant: 5 | 6 | 7 = 5,
): Promise<Answer> {
  const transformed = await home.post('T', home.signed({ ...facts, commandVariant: 4 }));
  const payload = /GBCSPayload>([^<]+)</.exec(transformed.text)?.[1];
  if (payload === undefined) throw new Error(`no Pre-Command: ${transformed.text}`);
  const originator = facts.originator ?? SUPPLIER;
  const signer = privateKeySigner(home.gbcsKey(originator));
  const signed = encodeMessage(signMessage(decodeMessage(Buffer.from(payload, 'base64')), signer));
  const body = `<sr:SignedPreCommand><sr:GBCSPayload>${signed.toString('base64')}</sr:GBCSPayload></sr:SignedPreCommand>`;
  return home.post(commandVariant === 6 ? 'D' : 'S', home.signed({ ...facts, commandVariant, body }));
}

/** Lets virtual Devices take what the gateway sends, and answer. */
export async function connect(home: GatewayHarness): Promise<VirtualHan> {
  const han = await home.virtualHan();
  home.transmit = (command) => {
    home.sent.push(command);
    return han.send(command);
  };
  home.distribute = (image) => han.distributeFirmware(image);
  return han;
}

/** The body of a sample request, by the beginning of its file's name. */
export function sampleBody(name: string): string {
  const file = readdirSync(templatesDirectory()).find((each) => each.startsWith(name));
  if (file === undefined) throw new Error(`no sample ${name}`);
  const xml = readFileSync(join(templatesDirectory(), file), 'utf8').replace(/>\s+</g, '><');
  return /<sr:Body>([^]*)<\/sr:Body>/.exec(xml)?.[1] ?? '';
}

/** A daily schedule from the first of June 2026 on, at 03:00; a read that every role of a supplier may ask for. */
export function dailySchedule(device: string = ESME, start = '2026-06-01'): string {
  return (
    `<sr:CreateSchedule><sr:ScheduleFrequency>Daily</sr:ScheduleFrequency><sr:ScheduleStartDate>${start}</sr:ScheduleStartDate>` +
    '<sr:ScheduleExecutionStartTime>03:00:00Z</sr:ScheduleExecutionStartTime>' +
    '<sr:DSPScheduledServiceReference>4.6</sr:DSPScheduledServiceReference>' +
    '<sr:DSPScheduledServiceReferenceVariant>4.6.1</sr:DSPScheduledServiceReferenceVariant>' +
    `<sr:DeviceID>${device}</sr:DeviceID><sr:DSPRetrieveImportDailyReadLog><sr:StartDateOffset>-1</sr:StartDateOffset>` +
    '<sr:StartTime>00:00:00Z</sr:StartTime><sr:EndDateOffset>0</sr:EndDateOffset><sr:EndTime>00:00:00Z</sr:EndTime>' +
    '</sr:DSPRetrieveImportDailyReadLog></sr:CreateSchedule>'
  );
}

/** Creates a schedule. @returns its DSPScheduleID */
export async function createSchedule(home: GatewayHarness, body = dailySchedule()): Promise<number> {
  const { text } = await nonDevice(home, '5.1', body);
  const id = /<sr:DSPScheduleID>(\d+)</.exec(text)?.[1];
  if (id === undefined) throw new Error(`no schedule: ${text}`);
  return Number(id);
}

export const decommission = (home: GatewayHarness, device: string): Promise<Answer> =>
  nonDevice(
    home,
    '8.3',
    `<sr:DecommissionDevice><sr:DeviceID>${device}</sr:DeviceID></sr:DecommissionDevice>`,
  );

/** A firmware version read that the DCC holds until its time. */
export const heldRead = (at: string): string =>
  `<sr:ReadFirmwareVersion><sr:ExecutionDateTime>${at}</sr:ExecutionDateTime></sr:ReadFirmwareVersion>`;

/** Sets the DUIS version in which all Users are told what they did not ask for. */
export async function speak(home: GatewayHarness, duisVersion: string): Promise<void> {
  for (const user of await home.users.all()) await home.users.put({ ...user, duisVersion });
}

/** The next thing a User is sent that contains a text. */
export const delivery = (home: GatewayHarness, text: string): Promise<string> =>
  home.user.next((document) => document.includes(text));

/** The next DCC Alert of a code. */
export const alert = (home: GatewayHarness, code: string): Promise<string> =>
  delivery(home, `<sr:DCCAlertCode>${code}</sr:DCCAlertCode>`);
