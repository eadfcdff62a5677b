import type { Command } from 'commander';
import { ConfigError } from '../../common/errors.js';
import { parseEui64 } from '../../common/eui64.js';
import { type DeviceRecord, Inventory } from '../../inventory/index.js';
import { reporting } from './certs.js';
import { aligned, withStore } from './cpl.js';

/** `duis inventory`: the Smart Metering Inventory. */
export function register(program: Command): void {
  const inventory = program.command('inventory').description('look into the Smart Metering Inventory');

  inventory
    .command('list')
    .description('print the Devices, one a line')
    .option('--database <file>', 'SQLite file; by default that of the settings')
    .action(async (options: { database?: string }, command: Command) => {
      await reporting(command, async () => {
        const devices = await withStore(options.database, (store) => new Inventory(store).list());
        for (const line of aligned([HEADINGS, ...devices.map(rowOf)])) console.log(line);
      });
    });

  inventory
    .command('show')
    .description('print what the inventory knows of a Device, with its history, as JSON')
    .argument('<device>', 'EUI-64 of the Device')
    .option('--database <file>', 'SQLite file; by default that of the settings')
    .action(async (device: string, options: { database?: string }, command: Command) => {
      await reporting(command, async () => {
        const id = parseEui64(device);
        const known = await withStore(options.database, async (store) => {
          const room = new Inventory(store);
          return {
            device: await room.find(id),
            statusHistory: await room.statusHistory(id),
            resolutions: await room.resolutions(id),
          };
        });
        // A deleted Device leaves its history behind.
        if (known.device === undefined && known.statusHistory.length === 0) {
          throw new ConfigError('<device>', `the inventory has no Device ${id}`);
        }
        console.log(JSON.stringify(known, undefined, 2));
      });
    });
}

const HEADINGS = ['DEVICE', 'TYPE', 'STATUS', 'GENERATION', 'VERSION', 'GBCS', 'PRE-NOTIFIED', 'HUB'];

function rowOf(device: DeviceRecord): string[] {
  return [
    device.id,
    device.deviceType,
    device.status ?? '-',
    device.generation ?? '-',
    device.smetsChtsVersion ?? '-',
    device.gbcsVersion ?? '-',
    device.prenotifiedGeneration ?? '-',
    device.hubId ?? '-',
  ];
}
