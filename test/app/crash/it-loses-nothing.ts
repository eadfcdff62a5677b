import { expect } from 'chai';
import type { CrashWorld } from './crash-world.js';

/**
 * What holds at the end, however often gateways were killed.
 * @param world the world that has come to its end
 */
export function itLosesNothing(world: () => CrashWorld): void {
  it('has brought each acknowledged request to an outcome at the User', () => {
    expect(world().missing()).to.deep.equal([]);
  });

  it('has told the User one outcome of each, of the success the Device had', () => {
    const several = [...world().user.outcomes].filter(([, documents]) => documents.size !== 1);
    expect(several.map(([requestId]) => requestId)).to.deep.equal([]);
    const failed = [...world().load.acknowledged.keys()].filter((id) => world().user.codeOf(id) !== 'I0');
    expect(failed.map((id) => `${id} ${world().user.codeOf(id)}`)).to.deep.equal([]);
  });

  it('has told nothing of requests that were not acknowledged', () => {
    const unknown = [...world().user.outcomes.keys()].filter((id) => !world().load.acknowledged.has(id));
    expect(unknown).to.deep.equal([]);
  });

  it('had no Command carried out twice by a Device, and none refused', () => {
    const twice = [...world().network.executions].filter(([, times]) => times > 1);
    expect(twice).to.deep.equal([]);
    expect([...world().network.refusals]).to.deep.equal([]);
  });
}
