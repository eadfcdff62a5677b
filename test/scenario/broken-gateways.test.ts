import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { type EmbeddedGateway, startEmbedded } from '../../src/app/start-embedded.js';
import { parseEui64 } from '../../src/common/eui64.js';
import { runScenario } from '../../src/scenario/index.js';

const LIBRARY = 'samples/scenarios';
const ESME = parseEui64('00-DB-12-34-56-78-90-A0');

interface Broken {
  readonly what: string;
  readonly damage: (gateway: EmbeddedGateway) => void;
  /** The scenarios that have to notice. */
  readonly fail: RegExp;
}

const BROKEN: readonly Broken[] = [
  {
    what: 'takes every Device for SMETS2+',
    damage: ({ inventory }) => {
      const resolved = inventory.resolvedVersionOf.bind(inventory);
      inventory.resolvedVersionOf = async (record) => ({
        ...(await resolved(record)),
        generation: 'SMETS2+',
      });
    },
    fail: /on-smets1-hub|s1sp-fails/,
  },
  {
    what: 'forgets what became of Devices',
    damage: ({ inventory }) => {
      const find = inventory.find.bind(inventory);
      inventory.find = async (id) => {
        const record = await find(id);
        return record && { ...record, status: 'Commissioned' };
      };
    },
    fail: /change-of-status/,
  },
  {
    what: 'loses what an electricity meter says',
    damage: ({ han }) => {
      han?.setFault(ESME, 'silent');
    },
    fail: /read-meter|tariff/,
  },
  {
    what: 'cannot read what the S1SP signs',
    damage: ({ s1sp }) => {
      s1sp?.faults.set({ kind: 'wrongly-signed' });
    },
    fail: /on-smets1-hub|s1sp-fails/,
  },
];

describe('scenarios of the library', function () {
  // A response that does not come is waited for.
  this.timeout(180_000);

  for (const { what, damage, fail } of BROKEN) {
    const start: typeof startEmbedded = async (settings, options) => {
      const gateway = await startEmbedded(settings, options);
      damage(gateway);
      return gateway;
    };
    for (const file of readdirSync(LIBRARY).filter((name) => fail.test(name))) {
      it(`notice a gateway that ${what}: ${file}`, async () => {
        expect((await runScenario(join(LIBRARY, file), { start })).passed).to.equal(false);
      });
    }
    it(`are not disturbed by a gateway that ${what} where that does not matter`, async () => {
      expect((await runScenario(join(LIBRARY, 'unknown-device.yaml'), { start })).passed).to.equal(true);
    });
  }
});
