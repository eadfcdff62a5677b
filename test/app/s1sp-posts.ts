import type { S1SPAlert, SMETS1SignedResponse } from '../../src/duis/index.js';
import { S1SP_INBOX_PATH } from '../../src/http/index.js';
import { trustInS1sp } from '../../src/testing/mock-s1sp/s1sp-identity.js';
import { ALERT, FIRMWARE_RESPONSE, parties, signedAlert, signedResponse } from '../smets1/s1sp-fixture.js';
import type { GatewayHarness } from './gateway-harness.js';

async function post(home: GatewayHarness, document: Buffer): Promise<void> {
  const { status } = await fetch(home.gateway.url + S1SP_INBOX_PATH, {
    method: 'POST',
    headers: { 'Content-Type': 'application/xml' },
    body: new Uint8Array(document),
  });
  if (status !== 204) throw new Error(`the S1SP was answered ${status}`);
}

async function trustedS1sp(home: GatewayHarness) {
  const { s1sp } = await parties();
  home.credentials.add(trustInS1sp(s1sp));
  return s1sp;
}

/** The S1SP posts an Alert to the supplier. */
export async function s1spAlerts(home: GatewayHarness, alert: S1SPAlert = ALERT): Promise<void> {
  await post(home, signedAlert(await trustedS1sp(home), alert));
}

/** The S1SP posts a Response, of the SMETS1 PPMID to the supplier's request 1000 unless another is given. */
export async function s1spResponds(
  home: GatewayHarness,
  response: SMETS1SignedResponse = FIRMWARE_RESPONSE,
): Promise<void> {
  await post(home, signedResponse(await trustedS1sp(home), response));
}
