import { type Kysely, sql } from 'kysely';
import { type Database, isPostgres, type Statement, statement } from '../../store/index.js';
import { SENDING_COMMAND_VARIANTS } from './breach.js';

interface Asked extends Readonly<Record<string, string | number>> {
  readonly originator: string;
  /** Counted are requests received after this time. */
  readonly since: number;
  /** Counting ends here. */
  readonly most: number;
  /** JSON: a list of RequestID and kind of requests that may be in the journal or not. */
  readonly under_way: string;
}

interface Counted {
  readonly journaled: number;
  /** JSON: the places in the list of those that are not in the journal. */
  readonly unjournaled: string;
}

export type CountSent = Statement<Asked, Counted>;
export type CountSentOfVariant = Statement<Asked & { readonly variant: string }, Counted>;

/**
 * Statements that count what a User has sent to Devices, as the journal has it. Refused requests do not count, nor do runs of
 * schedules, which the DCC sends. One statement looks at the journal once, so that no request is counted twice or not at all.
 */
export function sentRequestStatements(db: Kysely<Database>): {
  readonly any: CountSent;
  readonly ofVariant: CountSentOfVariant;
} {
  return {
    any: statement(db, (query, argument) =>
      query.selectNoFrom((build) => [
        build
          .selectFrom(
            sent(query)
              .where('originator', '=', argument('originator'))
              .where('received_at', '>', argument('since'))
              .limit(argument('most'))
              .as('counted'),
          )
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .as('journaled'),
        unjournaled(query, argument('under_way')).as('unjournaled'),
      ]),
    ),
    ofVariant: statement(db, (query, argument) =>
      query.selectNoFrom((build) => [
        build
          .selectFrom(
            sent(query)
              .where('originator', '=', argument('originator'))
              .where('received_at', '>', argument('since'))
              .where('service_reference_variant', '=', argument('variant'))
              .limit(argument('most'))
              .as('counted'),
          )
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .as('journaled'),
        unjournaled(query, argument('under_way')).as('unjournaled'),
      ]),
    ),
  };
}

/** What is in the index `service_requests_sent`, as literals so that it is used, less what was refused. */
function sent(db: Kysely<Database>) {
  return db
    .selectFrom('service_requests')
    .select('received_at')
    .where(
      'command_variant',
      'in',
      SENDING_COMMAND_VARIANTS.map((variant) => sql.lit(variant)),
    )
    .where('kind', '<>', sql.lit('scheduled-run' as const))
    .where((build) =>
      build.or([
        build('response_code', 'is', null),
        build('response_code', '<', sql.lit('E')),
        build('response_code', '>=', sql.lit('F')),
      ]),
    );
}

function unjournaled(db: Kysely<Database>, underWay: string) {
  if (isPostgres(db)) {
    return sql<string>`(
      select coalesce(jsonb_agg(asked.place - 1), '[]')::text
      from jsonb_array_elements(${underWay}::jsonb) with ordinality as asked(value, place)
      where not exists (
        select 1 from service_requests
        where request_id = asked.value->>0 and kind = asked.value->>1
      )
    )`;
  }
  return sql<string>`(
    select json_group_array(asked.key) from json_each(${underWay}) as asked
    where not exists (
      select 1 from service_requests
      where request_id = json_extract(asked.value, '$[0]') and kind = json_extract(asked.value, '$[1]')
    )
  )`;
}
