import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Registrations } from '../../src/authorisation/index.js';
import { templatesDirectory } from '../../src/cli/conformance/reference-request.js';
import { parseEui64 } from '../../src/common/eui64.js';
import { WEB_SERVICES } from '../../src/duis/index.js';
import { signRequest } from '../../src/duis/signature/index.js';
import { decodeMessage, encodeMessage, privateKeySigner, signMessage } from '../../src/gbcs/index.js';
import { saveHubBackup } from '../../src/inventory/hub-backup.js';
import type { DeviceStatus } from '../../src/store/index.js';
import type { GatewayHarness } from './gateway-harness.js';
import { ACB, ESME, HUB, SUPPLIER } from './gateway-harness.js';

const SECOND_SUPPLIER = '90-B3-D5-1F-30-03-00-00';
const OLD_HUB = '00-DB-12-34-56-78-90-95';
const GPF_OF_OLD_HUB = '00-DB-12-34-56-78-90-9C';
const OLD_GPF = '00-DB-12-34-56-78-90-B3';
const GPF = '00-DB-12-34-56-78-90-A3';
const MPRN = '1000999888';

/** A request of the installed `@smartdcc/duis-templates`. */
export interface Sample {
  readonly name: string;
  readonly xml: string;
  readonly originator: string;
  readonly target: string;
  readonly commandVariant: number;
  readonly variant: string;
}

export function sampleRequests(): Sample[] {
  return readdirSync(templatesDirectory()).map((file) => {
    const xml = readFileSync(join(templatesDirectory(), file), 'utf8');
    const [originator = '', target = ''] = member(xml, 'RequestID').split(':');
    return {
      name: file.replace(/_REQUEST_DUIS/, '').replace(/\.XML$/i, ''),
      xml,
      originator,
      target,
      commandVariant: Number(member(xml, 'CommandVariant')),
      variant: member(xml, 'ServiceReferenceVariant'),
    };
  });
}

/** The one sample of that name. */
export function sampleNamed(name: string): Sample {
  const sample = sampleRequests().find((each) => each.name === name);
  if (sample === undefined) throw new Error(`no sample ${name}`);
  return sample;
}

function member(xml: string, name: string): string {
  const [, value] = new RegExp(`<sr:${name}>([^<]*)<`).exec(xml) ?? [];
  if (value === undefined) throw new Error(`a sample without ${name}`);
  return value;
}

/** Something that has to be so before some of the samples fit. */
export interface Need {
  /** Ends the sentence "it is accepted". */
  readonly what: string;
  readonly of: (sample: Sample) => boolean;
  readonly make: (home: GatewayHarness, sample: Sample) => Promise<void>;
}

const variantIs =
  (...variants: readonly string[]) =>
  (sample: Sample): boolean =>
    variants.includes(sample.variant);

/** What the seeded homes, in which everything is commissioned, are not. */
export const NEEDS: readonly Need[] = [
  {
    what: 'its Pre-Command having been given out',
    of: ({ commandVariant }) => commandVariant >= 5 && commandVariant <= 7,
    make: async (home, sample) => {
      const request = sampleRequests().find(
        (each) =>
          each.variant === sample.variant && each.target === sample.target && each.commandVariant === 4,
      );
      if (request === undefined) throw new Error(`no sample to transform for ${sample.name}`);
      await preCommandOf(home, { ...request, xml: withRequestIdOf(request, sample) });
    },
  },
  {
    what: 'the second supplier being the Gas Supplier of the home',
    of: ({ originator }) => originator === SECOND_SUPPLIER,
    make: async (home) => {
      const from = new Date(home.now.getTime() - 1);
      const registrations = new Registrations(home.store);
      await registrations.register({ mpxn: MPRN, role: 'GS', user: parseEui64(SECOND_SUPPLIER), from });
    },
  },
  {
    what: 'a backup of the old Communications Hub being there',
    of: variantIs('8.12.1'),
    make: async (home) => {
      const devices = await home.inventory.membersOf(parseEui64(OLD_HUB));
      const backup = {
        extendedPanId: Buffer.alloc(8, 1),
        devices: devices.map(({ id: device }) => ({ device, hashedLinkKey: Buffer.alloc(16, 2) })),
      };
      await saveHubBackup(home.store, parseEui64(OLD_HUB), backup, home.now);
    },
  },
  {
    what: 'the old Gas Proxy Function being that of a home',
    of: variantIs('8.12.2'),
    make: async (home) => {
      // The one of another seeded home takes its name.
      await home.store.transaction((tx) =>
        tx
          .updateTable('devices')
          .set({ id: parseEui64(OLD_GPF) })
          .where('id', '=', parseEui64(GPF_OF_OLD_HUB))
          .execute(),
      );
    },
  },
  {
    what: 'the Command having been given out for local delivery',
    of: variantIs('8.13'),
    make: (home) => deliverLocally(home, 'CS06_11.3_IMMEDIATE_SUCCESS'),
  },
  {
    what: 'the Communications Hub being Pending',
    of: variantIs('8.14.1', '8.14.2'),
    make: async (home) => {
      await setStatus(home, HUB, 'Pending');
      await setStatus(home, GPF, 'Pending');
    },
  },
  {
    what: 'the Device being Pending and in no home',
    of: variantIs('8.4'),
    make: (home) => setStatus(home, ESME, 'Pending', null),
  },
  {
    what: 'the meter having been opted out',
    of: variantIs('8.6'),
    make: (home) => setStatus(home, ESME, 'Withdrawn'),
  },
  {
    what: 'the Device having been decommissioned',
    of: variantIs('12.2'),
    make: (home) => setStatus(home, ESME, 'Decommissioned', null),
  },
];

/** Sets what no event of the inventory leads to from where the seeded homes are. */
export async function setStatus(
  home: GatewayHarness,
  device: string,
  status: DeviceStatus,
  hub?: null,
): Promise<void> {
  await home.store.transaction((tx) =>
    tx
      .updateTable('devices')
      .set({ status, ...(hub === null && { hub_id: null }) })
      .where('id', '=', parseEui64(device))
      .execute(),
  );
}

/**
 * Requests that the DCC sends by itself, as the Access Control Broker, are sent by a supplier: the DCC is no User of its own
 * web services, and each of the three is open to suppliers too.
 */
export function fromUser(sample: Sample): Sample {
  if (sample.originator !== ACB) return sample;
  const xml = sample.xml.replace(`<sr:RequestID>${ACB}:`, `<sr:RequestID>${SUPPLIER}:`);
  return { ...sample, xml, originator: SUPPLIER };
}

/** Signed by its originator. @param counter in place of that of the sample */
export function signSample(home: GatewayHarness, sample: Sample, counter?: bigint): Buffer {
  const identityOf = (originator: Parameters<typeof home.credentials.findXmlSigner>[0]) => {
    const identity = home.credentials.findXmlSigner(originator);
    if (identity === undefined) throw new Error(`no key of ${originator}`);
    return identity;
  };
  return signRequest(Buffer.from(sample.xml), identityOf, counter);
}

/** The web service a request goes to by its Command Variant. */
export function serviceFor(commandVariant: number): 'T' | 'S' | 'D' {
  const service = Object.values(WEB_SERVICES).find(({ commandVariants }) =>
    (commandVariants as readonly number[]).includes(commandVariant),
  );
  const letter = service?.path.at(-1);
  if (letter !== 'T' && letter !== 'S' && letter !== 'D') {
    throw new Error(`no web service takes Command Variant ${commandVariant}`);
  }
  return letter;
}

/** Sends a sample to the web service it is for. */
export function postSample(
  home: GatewayHarness,
  sample: Sample,
  counter?: bigint,
): ReturnType<GatewayHarness['post']> {
  return home.post(serviceFor(sample.commandVariant), signSample(home, sample, counter));
}

function withRequestIdOf(sample: Sample, other: Sample): string {
  return sample.xml.replace(member(sample.xml, 'RequestID'), member(other.xml, 'RequestID'));
}

/** Has a critical request transformed. @returns the Pre-Command */
async function preCommandOf(home: GatewayHarness, sample: Sample): Promise<Buffer> {
  const { text } = await postSample(home, sample);
  const [, payload] = /GBCSPayload>([^<]+)</.exec(text) ?? [];
  if (payload === undefined) throw new Error(`no Pre-Command for ${sample.name}: ${text}`);
  return Buffer.from(payload, 'base64');
}

/** Has a critical sample made a Command that its User carries to the Device. */
async function deliverLocally(home: GatewayHarness, name: string): Promise<void> {
  const sample = sampleNamed(name);
  const preCommand = decodeMessage(await preCommandOf(home, sample));
  const signed = encodeMessage(signMessage(preCommand, privateKeySigner(home.gbcsKey(sample.originator))));
  const body = `<sr:SignedPreCommand><sr:GBCSPayload>${signed.toString('base64')}</sr:GBCSPayload></sr:SignedPreCommand>`;
  const xml = sample.xml
    .replace(/<sr:Body>[^]*<\/sr:Body>/, `<sr:Body>${body}</sr:Body>`)
    .replace(/CommandVariant>4</, 'CommandVariant>6<');
  const { code, text } = await postSample(home, { ...sample, xml, commandVariant: 6 });
  if (code !== 'I0') throw new Error(`no Command for local delivery: ${text}`);
}
