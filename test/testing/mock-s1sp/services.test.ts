import { expect } from 'chai';
import { parseEui64 } from '../../../src/common/eui64.js';
import { SERVICE_REQUEST_CATALOGUE } from '../../../src/duis/index.js';
import { signRequest } from '../../../src/duis/signature/index.js';
import type { Request } from '../../../src/duis/generated/service-request-types.js';
import { smets1Failure } from '../../../src/smets1/index.js';
import { SERVICES } from '../../../src/testing/mock-s1sp/service-table.js';
import type { Home } from '../../../src/testing/index.js';
import { templateRequests } from '../../duis/schema/packs.js';
import { identity, NOW } from '../../duis/signature/signing-fixture.js';
import {
  bodyOf,
  ESME,
  GSME,
  HUB,
  openScene,
  PPMID,
  type Scene,
  serviceRequest,
} from './mock-s1sp-fixture.js';

const PERIOD = {
  StartDateTime: new Date('2026-05-01T00:00:00Z'),
  EndDateTime: new Date('2026-07-01T00:00:00Z'),
};

/** The home of the reference requests, as if it were a SMETS1 one. */
const TEMPLATE_HOME: Home = {
  hub: { id: '00-DB-12-34-56-78-90-A2', type: 'CHF', firmwareVersion: '00000001' },
  devices: [
    { id: '00-DB-12-34-56-78-90-A0', type: 'ESME', firmwareVersion: '00000002' },
    { id: '00-DB-12-34-56-78-90-A1', type: 'GSME', firmwareVersion: '00000003' },
    { id: '00-DB-12-34-56-78-90-A3', type: 'GPF', firmwareVersion: '00000001' },
    { id: '00-DB-12-34-56-78-90-A4', type: 'PPMID', firmwareVersion: '00000004' },
  ],
};

describe('services of the mock S1SP', () => {
  let scene: Scene;

  const read = async (
    variant: string,
    target: ReturnType<typeof parseEui64>,
    body: Request['Body'],
  ): Promise<Record<string, unknown>> => {
    const [[name, content] = ['', undefined]] = Object.entries(
      bodyOf(await scene.ask(serviceRequest(variant, target, body))),
    );
    const { MessageSuccess, ...rest } = content as Record<string, unknown>;
    expect(name).to.match(/Rsp$/);
    expect(MessageSuccess).to.be.true;
    return rest;
  };

  it('has one for every Service Reference Variant that goes to a Device', () => {
    const variants = SERVICE_REQUEST_CATALOGUE.filter(({ targets }) => targets.length > 0);
    expect(Object.keys(SERVICES).sort()).to.deep.equal(variants.map(({ variant }) => variant).sort());
  });

  describe('on the reference requests', () => {
    before(async () => (scene = await openScene({ homes: [TEMPLATE_HOME] })));
    after(() => scene.stop());

    const seen = new Set<string>();
    let counter = 1_000_000n;
    for (const { name, xml } of templateRequests()) {
      const variant = /ServiceReferenceVariant>\s*([\d.]+)/.exec(xml)?.[1] ?? '';
      if (!(variant in SERVICES) || xml.includes('SignedPreCommand')) continue;
      it(`answer ${name} with a valid document`, async () => {
        const request = signRequest(Buffer.from(xml), (originator) => identity(originator), ++counter);
        const document = await scene.ask(request);
        expect(document.kind).to.equal('response');
        seen.add(variant);
      });
    }

    it('cover every service', () => {
      expect(Object.keys(SERVICES).filter((variant) => !seen.has(variant))).to.deep.equal([]);
    });
  });

  describe('remember', () => {
    beforeEach(async () => (scene = await openScene()));
    afterEach(() => scene.stop());

    it('what a meter has counted, and count on with the clock', async () => {
      const { Electricity: electricity } = await read('4.1.1', ESME, {
        ReadInstantaneousImportRegisters: {},
      });
      const { ActiveImportRegister: register } = electricity as { ActiveImportRegister: { Value: bigint } };
      expect(register.Value > 1_000_000n).to.be.true;
      const esme = scene.mock.homes.find(ESME);
      expect(register.Value).to.equal(esme?.importWh(NOW));
      expect((esme?.importWh(new Date(NOW.getTime() + 3_600_000)) ?? 0n) - register.Value).to.equal(
        BigInt(esme?.loadW ?? 0),
      );
      const { Gas: gas } = await read('4.1.1', GSME, { ReadInstantaneousImportRegisters: {} });
      expect(gas).to.have.nested.property('ConsumptionRegister.Unit', 'm3');
    });

    it('profile data that adds up to the register', async () => {
      const { LogEntry: entries } = await read('4.8.1', ESME, {
        ReadActiveImportProfileData: { ReadLogPeriod: PERIOD },
      });
      const values = (entries as { Electricity: { PrimaryValue: bigint } }[]).map(
        ({ Electricity: { PrimaryValue: value } }) => value,
      );
      const esme = scene.mock.homes.find(ESME);
      const start = new Date(NOW.getTime() - values.length * 1_800_000);
      const used = (esme?.importWh(NOW) ?? 0n) - (esme?.importWh(start) ?? 0n);
      expect(values).to.have.length(336);
      expect(values.reduce((sum, value) => sum + value, 0n)).to.equal(used);
    });

    it('a balance that was adjusted, and a top-up in the log', async () => {
      const { MeterBalance: before } = await read('4.18', ESME, { ReadMeterBalance: {} });
      await read('1.5', ESME, { UpdateMeterBalance: { PrepaymentMode: { AdjustMeterBalance: -40 } } });
      await read('2.2', ESME, { TopUpDevice: { UTRN: '12345678901234567890' } });
      const { MeterBalance: after } = await read('4.18', ESME, { ReadMeterBalance: {} });
      expect((after as bigint) - (before as bigint)).to.equal(1_000_000n - 40n);
      const credits = await read('4.4.5', ESME, {
        RetrieveBillingDataLogPrepaymentCredits: { ReadLogPeriod: PERIOD },
      });
      expect(credits).to.deep.equal({
        PrepaymentCredits: { LogEntry: [{ Amount: 1_000_000n, Timestamp: NOW }] },
      });
    });

    it('a payment mode', async () => {
      const configured = (): Promise<unknown> =>
        read('6.2.9', ESME, { ReadDeviceConfigurationPaymentMode: {} });
      expect(await configured()).to.deep.equal({ PaymentMode: 'Credit' });
      await read('1.6', ESME, {
        UpdatePaymentMode: {
          Prepayment: { SuspendDebtDisabled: true, SuspendDebtEmergency: false, DisablementThreshold: 0 },
        },
      });
      expect(await configured()).to.deep.equal({
        PaymentMode: 'Prepayment',
        SuspendDebtDisabled: true,
        SuspendDebtEmergency: false,
      });
    });

    it('the state of the supply, and what happened to it', async () => {
      const events = async (): Promise<unknown[]> => {
        const { Log: log } = await read('6.13', ESME, {
          ReadEventOrSecurityLog: { LogToRead: 'Event', ReadLogPeriod: PERIOD },
        });
        return (log as { LogEntry?: unknown[] }).LogEntry ?? [];
      };
      await read('7.2', ESME, { DisableSupply: {} });
      expect(await read('7.4', ESME, { ReadSupplyStatus: {} })).to.deep.equal({ SupplyState: 'Disabled' });
      expect(await events()).to.have.length(1);
      await read('7.1', ESME, { EnableSupply: {} });
      expect(await read('7.4', ESME, { ReadSupplyStatus: {} })).to.deep.equal({ SupplyState: 'Enabled' });
      await read('3.3', ESME, { ClearEventLog: {} });
      expect(await events()).to.be.empty;
    });

    it('a billing calendar and gas conversion values', async () => {
      const calendar = { ElectricityBillingCalendar: { BillingTime: '02:00:00.00Z', Monthly: 5 } };
      await read('6.8', ESME, { UpdateDeviceConfigurationBillingCalendar: calendar });
      expect(await read('6.2.3', ESME, { ReadDeviceConfigurationBillingCalendar: {} })).to.deep.equal({
        BillingCalendar: calendar,
      });
      const conversion = { CalorificValue: '38.5', ConversionFactor: '1.02' };
      await read('6.6', GSME, { UpdateDeviceConfigurationGasConversion: conversion });
      expect(await read('6.2.8', GSME, { ReadDeviceConfigurationGas: {} })).to.deep.equal(conversion);
    });

    it('an MPAN', async () => {
      const configured = (): Promise<unknown> => read('6.2.7', ESME, { ReadDeviceConfigurationMPxN: {} });
      expect(await configured()).to.deep.equal({ Electricity: { ImportMPAN: '1312345680111' } });
      await read('6.20.1', ESME, {
        SetDeviceConfigurationImportMPxN: { ImportMPANs: { ImportMPAN: '1300000000007' } },
      });
      expect(await configured()).to.deep.equal({ Electricity: { ImportMPAN: '1300000000007' } });
    });

    it('messages', async () => {
      await read('3.1', ESME, { DisplayMessage: { SupplierMessage: 'Hello & <welcome>' } });
      expect(scene.mock.homes.find(ESME)?.messages).to.deep.equal([{ at: NOW, text: 'Hello & <welcome>' }]);
    });

    it('which Devices are joined', async () => {
      const log = (): Promise<unknown> => read('8.9', PPMID, { ReadDeviceLog: {} });
      const before = (await log()) as { DeviceLogEntries: { LogEntry: { DeviceID: string }[] } };
      expect(before.DeviceLogEntries.LogEntry.map(({ DeviceID: id }) => id)).to.include(ESME);
      await read('8.8.2', PPMID, { UnjoinServiceNonCritical: { OtherDeviceID: ESME } });
      expect(JSON.stringify(await log())).to.not.contain(ESME);
      await read('8.7.2', PPMID, { JoinServiceNonCritical: { OtherDeviceID: ESME } });
      expect(JSON.stringify(await log())).to.contain(ESME);
    });

    it('which Devices a Communications Hub has in its log, up to 16', async () => {
      const change = (id: string, type: 'Add' | 'Remove'): Promise<string | undefined> =>
        scene
          .ask(
            serviceRequest('8.11', HUB, {
              UpdateHANDeviceLog: {
                DeviceID: parseEui64(id),
                RequestType: type,
                ...(type === 'Add' && {
                  AddDeviceToCHFWhitelist: { JoinTimePeriod: 300, InstallCode: Buffer.alloc(8) },
                }),
              },
            }),
          )
          .then((document) => (document.kind === 'response' ? smets1Failure(document) : document.kind));
      const log = async (): Promise<unknown[]> => {
        const body = (await read('8.9', HUB, { ReadDeviceLog: {} })) as {
          CHFDeviceLog: { CHFDeviceLogEntry: unknown[] };
        };
        return body.CHFDeviceLog.CHFDeviceLogEntry;
      };
      expect(await log()).to.have.length(5);
      expect(await change(PPMID, 'Remove')).to.be.undefined;
      expect(await change(PPMID, 'Remove')).to.match(/not in the Device Log/);
      expect(await log()).to.have.length(4);
      for (let n = 0; n < 12; n += 1) {
        expect(await change(`00-DB-12-34-56-78-99-${(0x10 + n).toString(16)}`, 'Add')).to.be.undefined;
      }
      expect(await log()).to.have.length(16);
      expect(await change(PPMID, 'Add')).to.match(/full/);
      expect(await change('00-DB-12-34-56-78-99-10', 'Add')).to.be.undefined;
    });
  });
});
