import { type Kysely, type Selectable, sql } from 'kysely';
import type { Eui64 } from '../common/eui64.js';
import { type Database, type RegistrationsTable, type Statement, statement } from '../store/index.js';

type Row = Selectable<RegistrationsTable>;
type ChangeRow = Pick<Row, 'mpxn' | 'role' | 'from_ms' | 'user_id'> & { previous: Eui64 };

/** Roles whose change is a Change of Supplier. */
const SUPPLIERS = ['IS', 'ES', 'GS'] as const;

/** The queries of registration data that are asked often, compiled once. */
export function registrationStatements(db: Kysely<Database>) {
  const of: Statement<{ mpxn: string }, Row> = statement(db, (query, argument) =>
    query
      .selectFrom('registrations')
      .selectAll()
      .where('mpxn', '=', argument('mpxn'))
      .orderBy('role')
      .orderBy('from_ms'),
  );
  const changes: Statement<{ after: number; until: number }, ChangeRow> = statement(db, (query, argument) =>
    query
      .selectFrom('registrations as gaining')
      .innerJoin('registrations as losing', (join) =>
        join
          .onRef('losing.mpxn', '=', 'gaining.mpxn')
          .onRef('losing.role', '=', 'gaining.role')
          .onRef('losing.until_ms', '=', 'gaining.from_ms')
          .onRef('losing.user_id', '!=', 'gaining.user_id'),
      )
      .select([
        'gaining.mpxn',
        'gaining.role',
        'gaining.from_ms',
        'gaining.user_id',
        'losing.user_id as previous',
      ])
      // Literals, not arguments, so that the partial indexes are used.
      .where(
        'gaining.role',
        'in',
        SUPPLIERS.map((role) => sql.lit(role)),
      )
      // In effect from the later of the two moments: its start, and when it was recorded.
      .where((build) =>
        build.or([
          build('gaining.from_ms', '>', argument('after')),
          build('gaining.recorded_ms', '>', argument('after')),
        ]),
      )
      .where('gaining.from_ms', '<=', argument('until'))
      .where((build) =>
        build.or([
          build('gaining.recorded_ms', 'is', null),
          build('gaining.recorded_ms', '<=', argument('until')),
        ]),
      )
      .orderBy('gaining.from_ms')
      .orderBy('gaining.mpxn')
      .orderBy('gaining.role'),
  );
  return { of, changes };
}
