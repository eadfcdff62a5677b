import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../app/start-embedded.js';
import { throwawaySettings } from '../app/throwaway-settings.js';
import { createLogger } from '../common/logger.js';
import { PPMID_RESOLUTION } from '../inventory/index.js';
import { DemoUser } from './demo-user.js';
import { playRow, type RowReport } from './play-row.js';

/**
 * Plays the resolution table of SEC modification MP202 end to end: for each row a dual-mode PPMID is pre-notified,
 * added to a Communications Hub, looked up and sent Service Requests. Exit code 1 if a row does not behave as the table says.
 */
const directory = mkdtempSync(join(tmpdir(), 'duis-demo-'));
try {
  const settings = throwawaySettings(directory, {
    DUIS_DATABASE: join(directory, 'demo.sqlite'),
    DUIS_LOG_LEVEL: 'error',
  });
  const embedded = await startEmbedded(settings, { log: createLogger(settings.log_level) });
  const user = new DemoUser(embedded);
  const reports: RowReport[] = [];
  try {
    for (const [index, row] of PPMID_RESOLUTION.entries()) {
      reports.push(await playRow(row, index, user, embedded));
    }
  } finally {
    await embedded.stop();
  }
  console.log('MP202: the SMETS version of a dual-mode PPMID follows its Communications Hub\n');
  for (const { lines } of reports) console.log(`${lines.join('\n')}\n`);
  const failed = reports.filter(({ faults }) => faults.length > 0);
  for (const { title, faults } of failed)
    for (const fault of faults) console.log(`FAULT in ${title}: ${fault}`);
  console.log(`${reports.length - failed.length} of ${reports.length} rows behave as the table says`);
  process.exitCode = failed.length === 0 && reports.length === 4 ? 0 : 1;
} finally {
  rmSync(directory, { recursive: true });
}
