import { join } from 'node:path';
import { expect } from 'chai';
import { type EmbeddedGateway, startEmbedded } from '../../src/app/start-embedded.js';
import { runScenario } from '../../src/scenario/index.js';

/** It reads a meter, so that its Commands and Responses have a MAC and no signature. */
const READ = join('samples/scenarios', 'read-meter.yaml');

/** What goes to and comes from Devices while a scenario is played. */
async function messages(seed?: string): Promise<string[]> {
  const bytes: string[] = [];
  const requestIds: string[] = [];
  const start: typeof startEmbedded = async (settings, options) => {
    const gateway: EmbeddedGateway = await startEmbedded(settings, options);
    const { han } = gateway;
    const send = han?.send.bind(han);
    if (han === undefined || send === undefined) return gateway;
    han.send = (command) => {
      requestIds.push(command.requestId);
      return send(command);
    };
    const stop = async (): Promise<void> => {
      bytes.push(...requestIds.map((id) => han.trace(id)?.bytes.toString('hex') ?? ''));
      await gateway.stop();
    };
    return { ...gateway, stop };
  };
  await runScenario(READ, { start, ...(seed !== undefined && { seed }) });
  return bytes;
}

describe('the seed of a scenario', () => {
  it('makes the same Commands each time, MACs included, and others from another seed', async () => {
    const first = await messages();
    expect(first.length).to.be.at.least(1);
    expect(await messages()).to.deep.equal(first);
    expect(await messages('2')).to.not.deep.equal(first);
  });

  it('is told in the report', async () => {
    expect((await runScenario(READ)).seed).to.equal('1');
    expect((await runScenario(READ, { seed: 'x' })).seed).to.equal('x');
  });
});
