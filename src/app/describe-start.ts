import { WEB_SERVICES } from '../duis/index.js';
import { databaseName } from '../store/index.js';
import { NETWORK_INBOX_PATH } from '../http/index.js';
import type { EmbeddedGateway } from './start-embedded.js';

/** What a user sees when the gateway has started: where everything listens, and a first request. */
export function describeStart({ gateway, s1sp, user, settings }: EmbeddedGateway, smkiUrl: string): string {
  const { transform, 'send-command': send, 'non-device': nonDevice } = WEB_SERVICES;
  const rows: [string, string][] = [
    ['Transform Service', gateway.url + transform.path],
    ['Send Command Service', gateway.url + send.path],
    ['Non-Device Service', gateway.url + nonDevice.path],
  ];
  if (s1sp !== undefined) rows.push(['mock S1SP', s1sp.url]);
  if (user !== undefined) rows.push(['Receive Response Service', user.url]);
  if (settings.wan_url !== undefined) rows.push(['network inbox', gateway.url + NETWORK_INBOX_PATH]);
  rows.push(['SMKI repository', smkiUrl]);
  rows.push(['administration', gateway.adminUrl]);
  rows.push(['inventory', databaseName(settings.database)]);
  rows.push([
    'first request',
    `npx duis submit --sign --url ${gateway.url} samples/requests/01-read-ppmid-firmware.xml`,
  ]);
  return rows.map(([name, value]) => `${name.padEnd(26)}${value}`).join('\n');
}
