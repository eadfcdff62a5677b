import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { REPORTS, runScenario, type ScenarioReport } from '../../src/scenario/index.js';
import type * as testing from '../../src/scenario/testing.js';
import { scenario } from '../../src/scenario/testing.js';

const LIBRARY = 'samples/scenarios';

describe('a scenario', () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'scenario-test-'))));
  afterEach(() => rmSync(directory, { recursive: true }));

  function written(text: string): string {
    const file = join(directory, 'scenario.yaml');
    writeFileSync(file, text);
    return file;
  }

  /** A scenario of the library with one thing changed. */
  const changed = (name: string, from: string | RegExp, to: string): string =>
    written(readFileSync(join(LIBRARY, name), 'utf8').replace(from, to));

  const faultsOf = ({ steps }: ScenarioReport): string[] => steps.flatMap(({ faults }) => [...faults]);

  const broken = [
    ['ppmid-smets1-on-smets2-hub.yaml', 'door: gbcs', 'door: s1sp', 'door: expected s1sp, found gbcs'],
    [
      'ppmid-smets1-on-smets2-hub.yaml',
      'generation: SMETS2+',
      'generation: SMETS1',
      'generation: expected SMETS1, found SMETS2+',
    ],
    ['unknown-device.yaml', 'answer: E19', 'answer: I99', 'answer: expected I99, found E19'],
    [
      'gas-settings-stick.yaml',
      '        MPRN: ${mprn}',
      "        MPRN: '1'",
      'MPRN: expected 1, found 1234567890',
    ],
    [
      'change-of-status.yaml',
      'status: Decommissioned',
      'status: Suspended',
      'status: expected Suspended, found Decommissioned',
    ],
  ] as const;
  for (const [name, from, to, fault] of broken) {
    it(`fails where ${fault}, and goes no further`, async () => {
      const report = await runScenario(changed(name, from, to));
      expect(report.passed).to.equal(false);
      expect(faultsOf(report)).to.deep.equal([fault]);
      expect(report.steps.at(-1)?.faults).to.deep.equal([fault]);
    });
  }

  const unreadable = [
    ['steps: [', /scenario\.yaml: .*at line/],
    ['name: x\nsteps: []', /scenario\.yaml: steps: /],
    [
      'name: x\nsteps: [{ jump: 3 }]',
      /step 1: a step is one of send, response, alert, device, inventory, registration/,
    ],
    ['name: x\nsteps: [{ advance: soon }]', /step 1\/advance: not a duration such as 30s/],
    [
      'name: x\nsteps: [{ threshold: { setter: DCC, maximum: 1, window: soon } }]',
      /not a duration such as 30s/,
    ],
    ['name: x\nsteps: [{ alert: X }]', /step 1\/alert: neither the code of a DCC Alert/],
    ['name: x\nsteps: [{ alert: { kode: N16 } }]', /step 1\/alert.*(kode|code)/],
    ['name: x\nsteps: [{ send: { answr: I0 } }]', /step 1\/send: .*answr/],
  ] as const;
  for (const [text, message] of unreadable) {
    it(`is refused if it says ${JSON.stringify(text)}`, async () => {
      const failure = await runScenario(written(text)).catch((error: unknown) => String(error));
      expect(failure).to.match(message);
    });
  }

  it('tells of a variable nobody set', async () => {
    const report = await runScenario(
      written("name: x\nsteps: [{ send: { variant: '11.2', target: '${device}' } }]"),
    );
    expect(faultsOf(report)[0]).to.contain('nobody set the variable device');
  });

  const DATED = `
name: A read that is to come
steps:
  - send:
      as: read
      variant: '11.2'
      target: 00-DB-12-34-56-78-90-A0
      body: <sr:ExecutionDateTime>\${now+1d}</sr:ExecutionDateTime>
      answer: I99
  - response: { to: read, code: none }
  - advance: 25h
  - response: { to: read, code: I0 }
`;
  it('waits for the Response to a request of an earlier step, by moments of its own clock', async () => {
    expect(faultsOf(await runScenario(written(DATED)))).to.deep.equal([]);
  });

  it('notices a Response that comes too early, and one nobody asked for', async () => {
    const early = DATED.replace('now+1d', 'now-1d');
    expect(faultsOf(await runScenario(written(early)))).to.deep.equal(['response: expected none, found I0']);
    const unasked = DATED.replace('to: read, code: none', 'to: another, code: none');
    expect(faultsOf(await runScenario(written(unasked)))[0]).to.contain(
      'no step before it sends anything "as: another"',
    );
  });

  it('tells what an answer says where a path is looked for in vain', async () => {
    const report = await runScenario(
      changed('gas-settings-stick.yaml', '        MPRN: ${mprn}', "        Mprn: '1'"),
    );
    expect(faultsOf(report)).to.have.length(2);
    expect(faultsOf(report)[0]).to.equal('Mprn: expected 1, found none');
    expect(faultsOf(report)[1]).to.contain('MPRN');
  });

  it('throws in a test what was not as expected', async () => {
    await scenario(join(LIBRARY, 'unknown-device.yaml'));
    const failure = await scenario(changed('unknown-device.yaml', 'E19', 'I99')).catch((error: unknown) =>
      String(error),
    );
    expect(failure).to.match(/step 1 \(send 11\.2 to [-0-9A-F]+\): answer: expected I99, found E19/);
  });
});

describe('duis-gateway/testing', () => {
  it('is what a test of another project imports', async () => {
    const name = 'duis-gateway/testing';
    const imported = (await import(name)) as typeof testing;
    await imported.scenario(join(LIBRARY, 'unknown-device.yaml'));
    const running = await imported.startGateway({
      clock: new Date('2030-01-01T00:00:00Z'),
      environment: { DUIS_MAX_CONNECTIONS: '16' },
    });
    await running.advance(1000);
    expect(running.now()).to.deep.equal(new Date('2030-01-01T00:00:01Z'));
    expect((await fetch(`${running.gateway.url}/health`)).status).to.equal(200);
    await running.stop();
  });
});

describe('reports of scenarios', () => {
  const report: ScenarioReport = {
    file: 'a.yaml',
    name: 'A & B',
    seed: 'x',
    passed: false,
    steps: [
      { number: 1, title: 'send 11.2', faults: [] },
      { number: 2, title: 'alert N16', faults: ['Alert: expected N16, found "<none>"'] },
    ],
  };

  it('in JUnit XML have a failure in the case of the step', () => {
    const xml = REPORTS['junit']?.([report]) ?? '';
    expect(xml).to.contain('<testsuite name="A &amp; B" file="a.yaml" tests="2" failures="1">');
    expect(xml).to.contain('<failure message="Alert: expected N16, found &quot;&lt;none&gt;&quot;">');
  });

  it('in JSON can be read back', () => {
    expect(JSON.parse(REPORTS['json']?.([report]) ?? '')).to.deep.equal({
      passed: false,
      scenarios: [report],
    });
  });

  it('in HTML need nothing else', () => {
    const html = REPORTS['html']?.([report]) ?? '';
    expect(html).to.contain('0 of 1 scenarios passed').and.to.contain('A &amp; B');
    expect(html).to.not.match(/(src|href)=/);
  });
});
