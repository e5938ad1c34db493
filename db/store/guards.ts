// Rules that the database enforces by triggers, written once for both engines.
import { PROPOSAL_PAIRS } from '#app/domain/proposals/proposal.ts'
import { getTableColumns } from 'drizzle-orm'
import { UNPADDED_START, ENCRYPTED_START } from '#db/people/vault.ts'
import { proposalEvent } from '#db/schema/index.ts'
import { MOST_REFUSALS } from '#app/domain/vacancies/refusal-limit.ts'

/** Of a move that stands in the log only its note changes: encrypted again, as the guard of notes below says. */
const EVENT_BUT_NOTE = Object.values(getTableColumns(proposalEvent))
  .map(({ name }) => `"${name}"`)
  .filter((name) => name !== '"note"')
  .join(', ')
/** [name, which change of which table] */
const ONLY_GROW = [
  ['proposal_event_no_update', `UPDATE OF ${EVENT_BUT_NOTE}`, 'proposal_event'],
  ['proposal_event_no_delete', 'DELETE', 'proposal_event'],
  ['access_log_no_update', 'UPDATE', 'access_log'],
  ['access_log_no_delete', 'DELETE', 'access_log'],
] as const
const PAIRS = PROPOSAL_PAIRS.map(({ from, to }) => `'${from}>${to}'`).join(', ')
const FORBIDDEN_MOVE = `old.state <> new.state AND old.state || '>' || new.state NOT IN (${PAIRS})`

const REFUSED_TOO_MANY = `new.stance = 'not_for_this_job' AND (SELECT count(*) FROM vacancy_stance s WHERE s.vacancy_id = new.vacancy_id AND s.family <> new.family AND s.stance = 'not_for_this_job') >= ${String(MOST_REFUSALS)}`

/** The row of `involvement` that leads a person stays, until another leads, or the person's two registrations were merged, or they were erased. */
const LEADS_SOMEBODY = `EXISTS (SELECT 1 FROM candidate c WHERE c.lead_id = old.id AND c.merged_into IS NULL AND c.erased_at IS NULL)`
const LEADS_NO_MORE = `(new.until IS NOT NULL OR new.role <> 'leads' OR new.candidate_id <> old.candidate_id) AND ${LEADS_SOMEBODY}`
const LED_BY_NOBODY = `NOT EXISTS (SELECT 1 FROM involvement i WHERE i.id = new.lead_id AND i.candidate_id = new.id AND i.role = 'leads' AND i.until IS NULL)`
/** A note is encrypted again with padding (db/people/old-texts.ts), or with another key while its person's registration is being merged. */
const OF_MERGED = `EXISTS (SELECT 1 FROM proposal p JOIN candidate c ON c.id = p.candidate_id WHERE p.id = old.proposal_id AND c.merged_into IS NOT NULL)`
const NOT_ENCRYPTED_AGAIN = `old.note IS NULL OR coalesce(new.note, '') NOT LIKE '${ENCRYPTED_START}%' OR (old.note NOT LIKE '${UNPADDED_START}%' AND NOT ${OF_MERGED})`

/** Guards that look into other tables. */
const WIDER_GUARDS = [
  { name: 'lead_stays', table: 'involvement', change: 'UPDATE', when: LEADS_NO_MORE, raises: 'person_without_lead' },
  { name: 'lead_not_deleted', table: 'involvement', change: 'DELETE', when: LEADS_SOMEBODY, raises: 'person_without_lead' },
  { name: 'lead_is_one', table: 'candidate', change: 'UPDATE OF lead_id', when: LED_BY_NOBODY, raises: 'person_without_lead' },
  {
    name: 'proposal_event_note_no_update',
    table: 'proposal_event',
    change: 'UPDATE OF note',
    when: NOT_ENCRYPTED_AGAIN,
    raises: 'append_only',
  },
] as const

/** An organisation's list of people is read from its relations, in the order that the people themselves say (db/people/list.ts). */
const COPY_ORDER = 'UPDATE involvement SET activity = new.activity, waiting_since = new.waiting_since WHERE candidate_id = new.id'
const ORDER_OF_NEW = 'SELECT activity, waiting_since FROM candidate WHERE candidate.id = new.candidate_id'

type Guard = { name: string; table: string; sqlite: string | null; postgres: string }

/** The trigger's name, or what it raises, is what `violationOf` reports as the constraint. */
const GUARDS: readonly Guard[] = [
  {
    name: 'proposal_state_moves',
    table: 'proposal',
    sqlite: `BEFORE UPDATE OF state ON proposal WHEN ${FORBIDDEN_MOVE} BEGIN SELECT RAISE(ABORT, 'proposal_state_moves'); END`,
    postgres: `BEFORE UPDATE OF state ON proposal FOR EACH ROW WHEN (${FORBIDDEN_MOVE}) EXECUTE FUNCTION tilts_refuse('proposal_state_moves')`,
  },
  // Of the twelve families; the terms are counted with them in `vacancy.refusals`.
  ...['insert', 'update'].map((change) => ({
    name: `vacancy_stance_refusals_${change}`,
    table: 'vacancy_stance',
    sqlite: `BEFORE ${change.toUpperCase()} ON vacancy_stance WHEN ${REFUSED_TOO_MANY} BEGIN SELECT RAISE(ABORT, 'vacancy_stance_refusals'); END`,
    postgres: `BEFORE ${change.toUpperCase()} ON vacancy_stance FOR EACH ROW EXECUTE FUNCTION tilts_refusals()`,
  })),
  ...ONLY_GROW.map(([name, change, table]) => ({
    name,
    table,
    sqlite: `BEFORE ${change} ON ${table} BEGIN SELECT RAISE(ABORT, 'append_only'); END`,
    postgres: `BEFORE ${change} ON ${table} FOR EACH ROW EXECUTE FUNCTION tilts_refuse('append_only')`,
  })),
  ...WIDER_GUARDS.map(({ name, table, change, when, raises }) => ({
    name,
    table,
    sqlite: `BEFORE ${change} ON ${table} WHEN ${when} BEGIN SELECT RAISE(ABORT, '${raises}'); END`,
    postgres: `BEFORE ${change} ON ${table} FOR EACH ROW EXECUTE FUNCTION tilts_${name}()`,
  })),
  {
    name: 'list_order_changed',
    table: 'candidate',
    sqlite: `AFTER UPDATE OF activity, waiting_since ON candidate BEGIN ${COPY_ORDER}; END`,
    postgres: 'AFTER UPDATE OF activity, waiting_since ON candidate FOR EACH ROW EXECUTE FUNCTION tilts_copy_order()',
  },
  {
    name: 'list_order_begun',
    table: 'involvement',
    sqlite: `AFTER INSERT ON involvement BEGIN UPDATE involvement SET (activity, waiting_since) = (${ORDER_OF_NEW}) WHERE id = new.id; END`,
    postgres: 'BEFORE INSERT ON involvement FOR EACH ROW EXECUTE FUNCTION tilts_begin_order()',
  },
  {
    name: 'change_in_order',
    table: 'change',
    // SQLite has one writer at a time, so its numbers are in commit order without a trigger.
    sqlite: null,
    postgres: 'BEFORE INSERT ON change FOR EACH STATEMENT EXECUTE FUNCTION tilts_change_in_order()',
  },
]

const POSTGRES_FUNCTIONS = [
  `CREATE OR REPLACE FUNCTION tilts_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_ARGV[0];
END $$`,
  `CREATE OR REPLACE FUNCTION tilts_refusals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ${REFUSED_TOO_MANY} THEN
    RAISE EXCEPTION 'vacancy_stance_refusals' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'vacancy_stance_refusals';
  END IF;
  RETURN new;
END $$`,
  ...WIDER_GUARDS.map(
    ({ name, change, when, raises }) => `CREATE OR REPLACE FUNCTION tilts_${name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ${when} THEN
    RAISE EXCEPTION '${raises}' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = '${raises}';
  END IF;
  RETURN ${change === 'DELETE' ? 'old' : 'new'};
END $$`,
  ),
  `CREATE OR REPLACE FUNCTION tilts_copy_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  ${COPY_ORDER};
  RETURN NULL;
END $$`,
  `CREATE OR REPLACE FUNCTION tilts_begin_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT c.activity, c.waiting_since INTO new.activity, new.waiting_since FROM candidate c WHERE c.id = new.candidate_id;
  RETURN new;
END $$`,
  // The advisory lock is released at the commit, so that a lower number never becomes visible after a higher one; listeners are notified at the commit.
  `CREATE OR REPLACE FUNCTION tilts_change_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('tilts_change'));
  PERFORM pg_notify('tilts_change', '');
  RETURN NULL;
END $$`,
]

/** Creates every trigger again: a table that a migration rebuilt has lost its own. */
export function guardStatements(engine: 'sqlite' | 'postgres'): string[] {
  const triggers = GUARDS.flatMap(({ name, table, [engine]: body }) => {
    const drop = engine === 'sqlite' ? `DROP TRIGGER IF EXISTS ${name}` : `DROP TRIGGER IF EXISTS ${name} ON ${table}`
    return body === null ? [] : [drop, `CREATE TRIGGER ${name} ${body}`]
  })
  return engine === 'postgres' ? [...POSTGRES_FUNCTIONS, ...triggers] : triggers
}
