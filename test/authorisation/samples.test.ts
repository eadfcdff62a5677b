import { expect } from 'chai';
import { catalogueRow, executionDateTimeOf, isCancellation, WEB_SERVICES } from '../../src/duis/index.js';
import type { WebService } from '../../src/duis/index.js';
import { templateRequests } from '../duis/schema/packs.js';
import { bindUnsigned } from '../gbcs/requests.js';
import { ACB, deviceWith, NOW, userAs } from './checked-request.js';
import { responseCodeOf } from './refusal-of.js';

describe('checks of the published sample requests', () => {
  for (const { name, xml } of templateRequests()) {
    it(`let ${name} pass`, () => {
      const request = bindUnsigned(Buffer.from(xml));
      const row = catalogueRow(request.serviceReferenceVariant);
      if (row === undefined) throw new Error(`no row of ${request.serviceReferenceVariant}`);
      const [service] = (Object.keys(WEB_SERVICES) as WebService[]).filter((name) =>
        WEB_SERVICES[name].commandVariants.includes(request.commandVariant),
      );
      const [deviceType] = row.targets;
      const code = responseCodeOf({
        service: service ?? 'non-device',
        request,
        accessControlBroker: ACB,
        user: userAs(row.roles),
        device: deviceType === undefined ? undefined : deviceWith({ deviceType }),
        now: NOW,
        executionAt: isCancellation(request) ? NOW : (executionDateTimeOf(request) ?? NOW),
        latestExecutionAt: new Date('2031-01-01T00:00:00Z'),
        responsibleAs: row.roles,
      });
      expect(code).to.equal('passes');
    });
  }
});
