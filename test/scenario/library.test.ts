import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runScenario } from '../../src/scenario/index.js';

const LIBRARY = 'samples/scenarios';

describe('library of scenarios', () => {
  for (const file of readdirSync(LIBRARY).sort()) {
    it(`passes ${file}`, async () => {
      const { steps } = await runScenario(join(LIBRARY, file));
      expect(steps.flatMap(({ faults }) => faults)).to.deep.equal([]);
    });
  }
});
