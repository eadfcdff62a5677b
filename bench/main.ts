/**
 * Measures what the gateway costs, beside the floor of the same work on this machine in this run.
 *
 *   npm run bench                  stages of one request, and requests per second end to end
 *   npm run bench -- transform     each use case
 *   npm run bench -- journal       durable requests a second on each database, beside bare durable inserts
 */
import { benchEndToEnd } from './end-to-end.js';
import { measureFloors } from './floors.js';
import { benchJournal } from './journal.js';
import { benchStages } from './stages.js';
import { benchTransform } from './transform.js';

const [what = 'all'] = process.argv.slice(2);

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
  default:
    console.error(`bench: '${what}' is not known; say nothing, transform or journal`);
    process.exitCode = 2;
}
