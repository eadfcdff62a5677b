/**
 * Measures what the gateway costs, beside the floor of the same work on this machine in this run.
 *
 *   npm run bench                  stages of one request, and requests per second end to end
 *   npm run bench -- transform     each use case
 *   npm run bench -- journal       durable requests a second on each database, beside bare durable inserts
 *   npm run bench -- soak [5]      minutes of load, and whether memory stays flat
 */
import { benchEndToEnd } from './end-to-end.js';
import { measureFloors } from './floors.js';
import { benchJournal } from './journal.js';
import { soak } from './soak.js';
import { benchStages } from './stages.js';
import { benchTransform } from './transform.js';

const [what = 'all', minutes = '5'] = process.argv.slice(2);

switch (what) {
  case 'all': {
    const floors = await measureFloors();
    await benchStages(floors);
    await benchEndToEnd(floors);
    break;
  }
  case 'transform':
    await benchTransform();
    break;
  case 'journal':
    await benchJournal();
    break;
  case 'soak':
    process.exitCode = (await soak(Number(minutes))) ? 0 : 1;
    break;
  default:
    console.error(`bench: '${what}' is not known; say nothing, transform, journal or soak`);
    process.exitCode = 2;
}
