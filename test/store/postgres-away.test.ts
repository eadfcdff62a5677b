import { expect } from 'chai';
import { openStore, storeFaultOf } from '../../src/store/index.js';
import { onPostgres } from './each-database.js';
import { startPostgres } from './postgres-server.js';

onPostgres('A database server that goes away', () => {
  it('is told as such, by what reads and by what writes', async () => {
    const server = await startPostgres();
    const store = await openStore({ url: server.url('postgres') });
    const key = {
      requestId: '90-B3-D5-1F-30-01-00-00:00-DB-12-34-56-78-90-A4:1',
      kind: 'service-request',
    } as const;
    expect(await store.journal.find(key)).to.equal(undefined);
    await server.stop();
    const kinds = [];
    for (const work of [
      () => store.journal.find(key),
      () => store.journal.find(key),
      () => store.journal.note(key, new Date(0), 'nothing'),
      () => store.db.selectFrom('devices').selectAll().execute(),
      () => store.transaction((tx) => tx.selectFrom('devices').selectAll().execute()),
    ]) {
      kinds.push(
        await work().then(
          () => 'done',
          (error: unknown) => storeFaultOf(error)?.kind ?? error,
        ),
      );
    }
    expect(kinds).to.deep.equal(['away', 'away', 'away', 'away', 'away']);
    await store.close();
  });
});
