import { expect } from 'chai';
import { decodeAccessResponse } from '../../src/gbcs/dlms/access-response.js';
import { TRANSFORMABLE, transformedSample } from '../gbcs/sample-transforms.js';
import { ESME, VirtualHome } from './virtual-home.js';

const READS = /^ECS(17|18|19|2[0-7]|35|40|48|61|66|82)/;

/** Reads of an ESME among the sample requests. */
const reads = TRANSFORMABLE.filter(([name]) => READS.test(name))
  .map(([name, expected]) => ({ name, header: transformedSample(name, expected).message.header }))
  .filter(({ header }) => header.recipient === ESME);

describe('reads of a virtual ESME as it comes', () => {
  it('are most there are', () => expect(reads.length).to.be.greaterThan(35));

  for (const { name } of reads) {
    it(`${name}: every object has a value of its type`, async () => {
      const home = new VirtualHome();
      const [answer] = await home.fresh(name);
      home.han.stop();
      if (answer === undefined) throw new Error('no Response');
      const { results } = decodeAccessResponse(answer.content);
      expect(results.filter(({ result }) => result !== 0)).to.deep.equal([]);
    });
  }
});
