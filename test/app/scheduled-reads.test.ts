import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type EmbeddedGateway, startEmbedded } from '../../src/app/start-embedded.js';
import { throwawaySettings } from '../../src/app/throwaway-settings.js';
import { silentLogger } from '../../src/common/logger.js';
import { DEFAULT_LIMITS, SchemaPacks, withDocument } from '../../src/duis/schema/index.js';
import { signRequest } from '../../src/duis/signature/index.js';
import { XSD_DIRECTORY } from '../duis/schema/packs.js';
import { ACB, SUPPLIER } from './gateway-harness.js';

const HOMES = [
  ['SMETS2+', '00-DB-12-34-56-78-90-A0', 'DSPScheduledMessage'],
  ['SMETS1', '00-DB-12-34-56-78-92-A0', 'SMETS1ResponseMessage'],
] as const;

describe('daily reads by a DSP schedule, with all that comes with the gateway', () => {
  let dir: string;
  let now = new Date('2026-06-01T12:00:00Z');
  let embedded: EmbeddedGateway;
  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'scheduled-'));
    const settings = throwawaySettings(dir);
    embedded = await startEmbedded(settings, { log: silentLogger, clock: () => now });
  });
  after(async () => {
    await embedded.stop();
    rmSync(dir, { recursive: true });
  });

  async function createSchedule(device: string, counter: bigint): Promise<string> {
    const xml =
      '<sr:Request xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway" schemaVersion="5.4"><sr:Header>' +
      `<sr:RequestID>${SUPPLIER}:${ACB}:${counter}</sr:RequestID><sr:CommandVariant>8</sr:CommandVariant>` +
      '<sr:ServiceReference>5.1</sr:ServiceReference><sr:ServiceReferenceVariant>5.1</sr:ServiceReferenceVariant></sr:Header>' +
      '<sr:Body><sr:CreateSchedule><sr:ScheduleFrequency>Daily</sr:ScheduleFrequency>' +
      '<sr:ScheduleStartDate>2026-06-01</sr:ScheduleStartDate>' +
      '<sr:ScheduleExecutionStartTime>03:00:00Z</sr:ScheduleExecutionStartTime>' +
      '<sr:DSPScheduledServiceReference>4.6</sr:DSPScheduledServiceReference>' +
      '<sr:DSPScheduledServiceReferenceVariant>4.6.1</sr:DSPScheduledServiceReferenceVariant>' +
      `<sr:DeviceID>${device}</sr:DeviceID><sr:DSPRetrieveImportDailyReadLog>` +
      '<sr:StartDateOffset>-1</sr:StartDateOffset><sr:StartTime>00:00:00Z</sr:StartTime>' +
      '<sr:EndDateOffset>0</sr:EndDateOffset><sr:EndTime>00:00:00Z</sr:EndTime>' +
      '</sr:DSPRetrieveImportDailyReadLog></sr:CreateSchedule></sr:Body></sr:Request>';
    const signed = signRequest(Buffer.from(xml), (originator) => {
      const identity = embedded.credentials.findXmlSigner(originator);
      if (identity === undefined) throw new Error(`no key of ${originator}`);
      return identity;
    });
    const answer = await fetch(`${embedded.gateway.url}/api/v1/serviceD`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/xml' },
      body: new Uint8Array(signed),
    });
    const text = await answer.text();
    return /DSPScheduleID>(\d+)</.exec(text)?.[1] ?? expect.fail(text);
  }

  for (const [index, [generation, device, message]] of HOMES.entries()) {
    it(`reach the User from a ${generation} meter as ${message} with the schedule's id`, async () => {
      const user = embedded.user ?? expect.fail('no Receive Response Service');
      const id = await createSchedule(device, BigInt(100 + index));
      now = new Date(now.getTime() + 24 * 3600 * 1000);
      await embedded.runDue();
      const delivered = await user.next((text) => text.includes(`<sr:${message}>`));
      expect(delivered).to.match(new RegExp(`DSPScheduleID>${id}<`));
      const packs = SchemaPacks.open(XSD_DIRECTORY);
      try {
        withDocument(Buffer.from(delivered), DEFAULT_LIMITS, (document) => {
          expect(packs.validate(document, '5.4')).to.deep.equal([]);
        });
      } finally {
        packs.dispose();
      }
    });
  }
});
