import type { EmbeddedGateway } from '../app/start-embedded.js';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import { formatRequestId } from '../common/request-id.js';
import { type PPMID_RESOLUTION, SEED_MODELS, type SmetsGeneration } from '../inventory/index.js';
import { type DemoUser, valueOf } from './demo-user.js';

type Row = (typeof PPMID_RESOLUTION)[number];

/** How one row of the table was played. */
export interface RowReport {
  readonly title: string;
  readonly lines: readonly string[];
  /** What was not as the table says; empty if all was. */
  readonly faults: readonly string[];
}

const HUBS: Readonly<Record<SmetsGeneration, Eui64>> = {
  SMETS1: parseEui64('00-DB-12-34-56-78-92-A2'),
  'SMETS2+': parseEui64('00-DB-12-34-56-78-90-A2'),
};
const METERS: Readonly<Record<SmetsGeneration, Eui64>> = {
  SMETS1: parseEui64('00-DB-12-34-56-78-92-A0'),
  'SMETS2+': parseEui64('00-DB-12-34-56-78-90-A0'),
};
const VERSIONS: Readonly<Record<SmetsGeneration, string>> = { SMETS1: 'SMETS1', 'SMETS2+': 'SMETS V4.2' };

/** Plays one row of MP202's table with a Device of its own. */
export async function playRow(
  row: Row,
  index: number,
  user: DemoUser,
  embedded: EmbeddedGateway,
): Promise<RowReport> {
  const title = `row ${index + 1}: pre-notified as ${row.prenotified}, Communications Hub ${row.hub} => ${row.result}`;
  const script = new Script(title, row.result, user, embedded);
  const ppmid = parseEui64(`00-DB-12-34-56-78-93-0${index + 1}`);
  const hub = HUBS[row.hub];
  const { manufacturer, model, firmwareVersion } = SEED_MODELS.dualModePpmid;

  await script.nonDevice(
    '12.2',
    `<sr:DeviceID>${ppmid}</sr:DeviceID><sr:DeviceManufacturer>${manufacturer}</sr:DeviceManufacturer>` +
      `<sr:DeviceModel>${model}</sr:DeviceModel><sr:DeviceType>PPMID</sr:DeviceType>` +
      `<sr:SMETSCHTSVersion>${VERSIONS[row.prenotified]}</sr:SMETSCHTSVersion>` +
      `<sr:FirmwareVersion>${firmwareVersion}</sr:FirmwareVersion>`,
  );
  await script.toDevice(
    '8.11',
    hub,
    `<sr:DeviceID>${ppmid}</sr:DeviceID><sr:RequestType>Add</sr:RequestType><sr:AddDeviceToCHFWhitelist>` +
      `<sr:JoinTimePeriod>900</sr:JoinTimePeriod><sr:InstallCode>00112233445566778899AABBCCDDEEFF</sr:InstallCode>` +
      `</sr:AddDeviceToCHFWhitelist>`,
  );
  await script.readInventory(ppmid);
  await script.toDevice('11.2', ppmid, '');
  await script.toDevice('8.7.2', ppmid, `<sr:OtherDeviceID>${METERS[row.hub]}</sr:OtherDeviceID>`);
  await script.toDevice('8.9', hub, '');
  return { title, lines: script.lines, faults: script.faults };
}

/** Sends the requests of a row and writes down what became of each. */
class Script {
  readonly lines: string[];
  readonly faults: string[] = [];

  constructor(
    title: string,
    private readonly expected: SmetsGeneration,
    private readonly user: DemoUser,
    private readonly embedded: EmbeddedGateway,
  ) {
    this.lines = [title];
  }

  async nonDevice(variant: string, body: string): Promise<string> {
    const { code, text } = await this.user.send(variant, undefined, body);
    this.#say(variant, `${code}, answered by the DCC`);
    if (code.startsWith('E') || code.startsWith('H')) this.faults.push(`${variant} was answered ${code}`);
    return text;
  }

  async readInventory(ppmid: Eui64): Promise<void> {
    const { code, text } = await this.user.send('8.2', undefined, `<sr:DeviceID>${ppmid}</sr:DeviceID>`);
    const device = text.split(/<(?:\w+:)?Device>/).find((part) => part.includes(ppmid)) ?? '';
    const version = valueOf('SMETSCHTSVersion', device);
    this.#say('8.2', `${code}, SMETSCHTSVersion ${version ?? 'none'}`);
    const resolved = (await this.embedded.inventory.resolvedVersion(ppmid)).generation;
    if (resolved !== this.expected) this.faults.push(`the inventory resolved it as ${resolved}`);
    const looksSmets1 = version === VERSIONS.SMETS1;
    if (looksSmets1 !== (this.expected === 'SMETS1'))
      this.faults.push(`8.2 shows version ${version ?? 'none'}`);
  }

  /** Sends a request to a Device and waits for its Service Response. */
  async toDevice(variant: string, device: Eui64, body: string): Promise<void> {
    const { requestId, code } = await this.user.send(variant, device, body);
    if (code !== 'I99') {
      this.#say(variant, code);
      this.faults.push(`${variant} was answered ${code}`);
      return;
    }
    const response = await this.user.response(requestId);
    const final = valueOf('ResponseCode', response) ?? 'no code';
    const command = this.embedded.han?.trace(requestId);
    const forwarded =
      this.embedded.s1sp?.received.some(({ request }) => formatRequestId(request.requestId) === requestId) ===
      true;
    if (command !== undefined) {
      const code = `0x${command.messageCode.toString(16).toUpperCase().padStart(4, '0')}`;
      this.#say(
        variant,
        `GBCS Command ${command.useCase} ${code}, MAC ${command.macValid ? 'valid' : 'INVALID'}, Response ${final}`,
      );
      this.lines.push(`         ${command.bytes.toString('hex')}`);
      if (!command.macValid) this.faults.push(`${variant}: the Device found the MAC invalid`);
    }
    if (forwarded) this.#say(variant, `forwarded to the S1SP, SMETS1 Response ${final}`);
    if (
      (command !== undefined) !== (this.expected === 'SMETS2+') ||
      forwarded !== (this.expected === 'SMETS1')
    ) {
      this.faults.push(`${variant} took the wrong door`);
    }
    if (final !== 'I0') this.faults.push(`${variant} ended with ${final}`);
  }

  #say(variant: string, what: string): void {
    this.lines.push(`  ${variant.padEnd(6)} ${what}`);
  }
}
