import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { join } from 'node:path';
import { expect } from 'chai';
import { sql } from 'kysely';
import { type EmbeddedGateway, startEmbedded } from '../../src/app/start-embedded.js';
import { parseEui64 } from '../../src/common/eui64.js';
import type { Settings } from '../../src/config/index.js';
import { runScenario, signedRequest } from '../../src/scenario/index.js';

const LIBRARY = 'samples/scenarios';
const ESME = parseEui64('00-DB-12-34-56-78-90-A0');
const A_YEAR_MS = 365 * 86_400_000;

interface Broken {
  readonly what: string;
  /** Other settings than a scenario asks for. */
  readonly settings?: Partial<Settings>;
  /** @returns another gateway, or nothing if the one there was is what is broken */
  readonly damage?: (gateway: EmbeddedGateway) => Promise<EmbeddedGateway | undefined>;
  /** The scenarios that notice, each with what it finds. */
  readonly noticed: Readonly<Record<string, string>>;
  /** Scenarios of the same area, where it does not matter. */
  readonly undisturbed: readonly string[];
}

/** Undoes in the database what is written to it. */
async function undo({ store }: EmbeddedGateway, on: string, statement: string): Promise<undefined> {
  await sql.raw(`CREATE TRIGGER broken AFTER ${on} BEGIN ${statement}; END`).execute(store.db);
  return undefined;
}

/** A gateway that signs itself what comes without a signature. */
async function trustful(gateway: EmbeddedGateway): Promise<EmbeddedGateway> {
  const server = createServer((request, response) => {
    void (async () => {
      const message = await buffer(request);
      const text = message.toString();
      const isUnsigned = text.endsWith('Request>') && !text.includes('SignatureValue');
      const answer = await fetch(gateway.gateway.url + (request.url ?? ''), {
        method: 'POST',
        headers: { 'Content-Type': request.headers['content-type'] ?? '' },
        body: new Uint8Array(isUnsigned ? signedRequest(gateway, text) : message),
      });
      response.writeHead(answer.status).end(await answer.text());
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = async (): Promise<void> => {
    server.close();
    await gateway.stop();
  };
  return { ...gateway, gateway: { ...gateway.gateway, url }, stop };
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
      return Promise.resolve(undefined);
    },
    noticed: {
      'ppmid-smets1-on-smets1-hub': 'generation: expected SMETS1, found SMETS2+',
      'ppmid-smets2-on-smets1-hub': 'generation: expected SMETS1, found SMETS2+',
      'ppmid-moves-home': 'generation: expected SMETS1, found SMETS2+',
      's1sp-fails': 'door: expected s1sp, found gbcs',
    },
    undisturbed: ['ppmid-smets1-on-smets2-hub', 'ppmid-smets2-on-smets2-hub'],
  },
  {
    what: 'takes a PPMID for what it was pre-notified as, whatever its Communications Hub is',
    damage: ({ inventory }) => {
      const resolved = inventory.resolvedVersionOf.bind(inventory);
      inventory.resolvedVersionOf = async (record) => {
        const found = await resolved(record);
        return { ...found, generation: record.prenotifiedGeneration ?? found.generation };
      };
      return Promise.resolve(undefined);
    },
    noticed: {
      'ppmid-smets1-on-smets2-hub': 'generation: expected SMETS2+, found SMETS1',
      'ppmid-smets2-on-smets1-hub': 'generation: expected SMETS1, found SMETS2+',
      'ppmid-moves-home': 'generation: expected SMETS1, found SMETS2+',
      'ppmid-hub-fails': 'generation: expected SMETS2+, found SMETS1',
    },
    undisturbed: ['ppmid-smets1-on-smets1-hub', 'ppmid-smets2-on-smets2-hub', 'ppmid-hub-swap'],
  },
  {
    what: 'forgets what became of Devices',
    damage: ({ inventory }) => {
      const find = inventory.find.bind(inventory);
      inventory.find = async (id) => {
        const record = await find(id);
        return record && { ...record, status: 'Commissioned' };
      };
      return Promise.resolve(undefined);
    },
    noticed: {
      'change-of-status': 'status: expected Decommissioned, found Commissioned',
      'install-and-commission': 'status: expected Pending, found Commissioned',
      'errors-target': 'answer: expected E5, found I99',
      'ppmid-refused': 'status: expected Pending, found Commissioned',
    },
    undisturbed: ['read-meter', 'errors-counter'],
  },
  {
    what: 'loses what an electricity meter says',
    damage: ({ han }) => {
      han?.setFault(ESME, 'silent');
      return Promise.resolve(undefined);
    },
    noticed: {
      'read-meter': 'response: expected I0, found none',
      'tariff-change': 'response: expected I0, found none',
      'future-dated-tariff': 'response: expected I0, found none',
    },
    undisturbed: ['gas-settings-stick', 'prepayment-top-up'],
  },
  {
    what: 'cannot read what the S1SP signs',
    damage: ({ s1sp }) => {
      s1sp?.faults.set({ kind: 'wrongly-signed' });
      return Promise.resolve(undefined);
    },
    noticed: {
      'ppmid-smets1-on-smets1-hub': 'response: expected I0, found none',
      's1sp-fails': 'response: expected I0, found none',
    },
    undisturbed: ['ppmid-smets2-on-smets2-hub'],
  },
  {
    what: 'takes what nobody signed',
    damage: trustful,
    noticed: {
      'errors-message': 'answer: expected HTTP 403, found I99',
    },
    undisturbed: ['errors-counter', 'errors-request'],
  },
  {
    what: 'loses all registrations when there is a new one',
    damage: (gateway) => undo(gateway, 'INSERT ON registrations', 'DELETE FROM registrations'),
    noticed: {
      'change-of-supplier': 'answer: expected E4, found I99',
      'errors-authorisation': 'answer: expected E4, found I99',
    },
    undisturbed: ['errors-target', 'errors-message'],
  },
  {
    what: 'serves Users that are suspended',
    damage: (gateway) => undo(gateway, 'UPDATE OF status ON users', "UPDATE users SET status = 'active'"),
    noticed: {
      'errors-authorisation': 'answer: expected E3, found I99',
      'alerts-schedules': 'Alert: expected N15, found none',
    },
    undisturbed: ['errors-sequence'],
  },
  {
    what: 'has no thresholds',
    damage: (gateway) => undo(gateway, 'INSERT ON anomaly_thresholds', 'DELETE FROM anomaly_thresholds'),
    noticed: {
      'errors-anomaly': 'door: expected dcc, found gbcs',
    },
    undisturbed: ['errors-request'],
  },
  {
    what: 'waits for answers without end',
    settings: { answer_timeout_ms: A_YEAR_MS },
    noticed: {
      'errors-device-silent': 'response: expected E21, found none',
      'errors-sequence': 'response: expected E21, found none',
      'ppmid-hub-fails': 'response: expected E21, found none',
    },
    undisturbed: ['errors-anomaly', 's1sp-fails'],
  },
  {
    what: 'sends no DCC Alerts',
    damage: ({ user }) => {
      const next = user?.next.bind(user);
      if (user !== undefined && next !== undefined)
        user.next = (fits = () => true, timeoutMs) =>
          next((text) => fits(text) && !text.includes('DCCAlertCode>'), timeoutMs);
      return Promise.resolve(undefined);
    },
    noticed: {
      'alerts-status': 'Alert: expected N8, found none',
      'alerts-opt-out': 'Alert: expected N5, found none',
      'firmware-upgrade': 'Alert: expected N60, found none',
    },
    undisturbed: ['errors-sequence', 'ppmid-moves-home'],
  },
];

describe('scenarios of the library', function () {
  // A response that does not come is waited for.
  this.timeout(180_000);

  for (const { what, settings: others = {}, damage, noticed, undisturbed } of BROKEN) {
    const start: typeof startEmbedded = async (settings, options) => {
      const gateway = await startEmbedded({ ...settings, ...others }, options);
      return (await damage?.(gateway)) ?? gateway;
    };
    const faultsOf = async (name: string): Promise<string[]> => {
      const { steps } = await runScenario(join(LIBRARY, `${name}.yaml`), { start });
      return steps.flatMap(({ faults }) => [...faults]);
    };

    for (const [name, fault] of Object.entries(noticed)) {
      it(`notice a gateway that ${what}: ${name}`, async () => {
        expect(await faultsOf(name)).to.include(fault);
      });
    }
    for (const name of [...undisturbed, 'unknown-device']) {
      it(`are not disturbed by a gateway that ${what} where that does not matter: ${name}`, async () => {
        expect(await faultsOf(name)).to.deep.equal([]);
      });
    }
  }
});
