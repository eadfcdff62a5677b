import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { REFERENCE_DEVICES, REFERENCE_GAS_PROXY_LOGS } from '../src/cli/reference-devices.js';
import { DuisFileReader } from '../src/cli/duis-file-reader.js';
import { parseEui64 } from '../src/common/eui64.js';
import { readSettings } from '../src/config/index.js';
import { transform, type TransformContext } from '../src/gbcs/index.js';
import { median, microseconds } from './measure.js';

/** Time a message is built over and over: less is over before the engine has compiled what it takes. */
const MEASURED_MS = 100;

const ACB = parseEui64('90-B3-D5-1F-30-00-00-02');

/** Microseconds to build the message of each sample request, by the length of the message. */
export async function benchTransform(): Promise<void> {
  const reader = await DuisFileReader.open(readSettings().xsd_dir);
  const context: TransformContext = {
    accessControlBroker: ACB,
    accessControlBrokerCounter: 1n,
    transitionalChangeOfSupplier: { id: parseEui64('90-B3-D5-1F-30-00-00-04'), counter: 1n },
    device: (id) => REFERENCE_DEVICES.get(id),
    keyAgreementCertificate: () => undefined,
    gasProxyDeviceLog: (id) => REFERENCE_GAS_PROXY_LOGS.get(id),
  };
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('@smartdcc/duis-templates/package.json')),
    'templates',
  );
  const rows: { name: string; bytes: number; cost: number }[] = [];
  for (const file of readdirSync(folder).filter((name) => /^[A-Z].*\.XML$/.test(name))) {
    const request = reader.read(readFileSync(join(folder, file)));
    let bytes: number;
    try {
      bytes = transform(request, context).bytes.length;
    } catch {
      continue;
    }
    rows.push({
      name: file.replace(/_REQUEST_DUIS.*/, ''),
      bytes,
      cost: microseconds(() => transform(request, context), MEASURED_MS),
    });
  }
  rows.sort((a, b) => a.bytes - b.bytes);
  for (const { name, bytes, cost } of rows) {
    console.log(`${name.padEnd(56)}${String(bytes).padStart(6)} bytes${cost.toFixed(1).padStart(9)} µs`);
  }
  const costs = rows.map(({ cost }) => cost);
  console.log(
    `\n${rows.length} messages, median ${median(costs).toFixed(1)} µs, most ${Math.max(...costs).toFixed(1)} µs`,
  );
}
