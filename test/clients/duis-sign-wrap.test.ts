import { spawnSync } from 'node:child_process';
import { signDuis, validateDuis } from '@smartdcc/duis-sign-wrap';
import { isSimplifiedDuisOutputResponse, parseDuis } from '@smartdcc/duis-parser';
import { expect } from 'chai';
import { WEB_SERVICES, type WebService } from '../../src/duis/index.js';
import { fillTemplate } from '../../src/templates/index.js';
import { ESME, SUPPLIER } from '../app/gateway-harness.js';
import { type BoxedWorld, startBoxedWorld } from './boxed-world.js';

const hasJava = spawnSync('java', ['-version']).status === 0;

/** The test is left out where the signing tool, a Java program, cannot run. */
(hasJava ? describe : describe.skip)('@smartdcc/duis-sign-wrap (needs Java)', function () {
  this.timeout(60_000);
  let world: BoxedWorld;
  before(async () => (world = await startBoxedWorld()));
  after(() => world.stop());

  /** As the Node-RED nodes of DCC Boxed send: application/xml, only a 2xx of media type application/xml is read. */
  async function send(service: WebService, signed: string): Promise<string> {
    const response = await fetch(world.running.gateway.url + WEB_SERVICES[service].path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/xml' },
      body: signed,
    });
    expect(response.status).to.equal(200);
    expect(response.headers.get('content-type')).to.match(/^application\/xml(;|$)/);
    return response.text();
  }

  const fill = (name: string): string => fillTemplate(name, { RequestID: `${SUPPLIER}:${ESME}:1` });

  it('signs a critical request that the Transform Service answers with a Pre-Command', async () => {
    const answer = await send('transform', await signDuis({ xml: fill('ECS09_2.5') }));
    const parsed = parseDuis('simplified', answer);
    expect(isSimplifiedDuisOutputResponse(parsed)).to.equal(true);
    expect(parsed).to.have.nested.property('header.responseCode', 'I0');
    expect(answer).to.include('GBCSPayload');
  });

  it('validates the acknowledgement and the Service Response that follows', async () => {
    const acknowledgement = await send('send-command', await signDuis({ xml: fill('ECS17b_4.1.1_SINGLE') }));
    expect(await validateDuis({ xml: acknowledgement })).to.include('ResponseCode>I99<');
    await world.running.runDue();
    const response = world.running.user?.received.at(-1) ?? '';
    expect(await validateDuis({ xml: response })).to.include('ResponseCode>I0<');
  });

  it('keeps the counter when it is asked to, and the gateway answers with it', async () => {
    const signed = await signDuis({ xml: fill('ECS17b_4.1.1_SINGLE'), preserveCounter: true });
    expect(await send('send-command', signed)).to.include(`${SUPPLIER}:${ESME}:1<`);
  });

  it('refuses an answer that was changed on its way', async () => {
    const answer = await send('transform', await signDuis({ xml: fill('ECS09_2.5') }));
    const changed = answer.replace('ResponseCode>I0<', 'ResponseCode>E1<');
    expect(await validateDuis({ xml: changed }).catch((error: unknown) => String(error))).to.include(
      'validation failed',
    );
  });
});
