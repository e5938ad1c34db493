// Rules that the database enforces by triggers, written once for both engines.
import { PROPOSAL_PAIRS } from '#app/domain/proposals/proposal.ts'
import { MOST_REFUSALS } from '#app/domain/vacancies/refusal-limit.ts'

const ONLY_GROW = ['proposal_event', 'access_log'] as const
const PAIRS = PROPOSAL_PAIRS.map(({ from, to }) => `'${from}>${to}'`).join(', ')
const FORBIDDEN_MOVE = `old.state <> new.state AND old.state || '>' || new.state NOT IN (${PAIRS})`

const REFUSED_TOO_MANY = `new.stance = 'not_for_this_job' AND (SELECT count(*) FROM vacancy_stance s WHERE s.vacancy_id = new.vacancy_id AND s.family <> new.family AND s.stance = 'not_for_this_job') >= ${String(MOST_REFUSALS)}`

/** The row of `involvement` that leads a person stays, until another leads. */
const LEADS_SOMEBODY = `EXISTS (SELECT 1 FROM candidate c WHERE c.lead_id = old.id)`
const LEADS_NO_MORE = `(new.until IS NOT NULL OR new.role <> 'leads' OR new.candidate_id <> old.candidate_id) AND ${LEADS_SOMEBODY}`
const LED_BY_NOBODY = `NOT EXISTS (SELECT 1 FROM involvement i WHERE i.id = new.lead_id AND i.candidate_id = new.id AND i.role = 'leads' AND i.until IS NULL)`
const LEAD_GUARDS = [
  { name: 'lead_stays', table: 'involvement', change: 'UPDATE', when: LEADS_NO_MORE },
  { name: 'lead_not_deleted', table: 'involvement', change: 'DELETE', when: LEADS_SOMEBODY },
  { name: 'lead_is_one', table: 'candidate', change: 'UPDATE OF lead_id', when: LED_BY_NOBODY },
] as const

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
  ...ONLY_GROW.flatMap((table) =>
    ['update', 'delete'].map((change) => ({
      name: `${table}_no_${change}`,
      table,
      sqlite: `BEFORE ${change.toUpperCase()} ON ${table} BEGIN SELECT RAISE(ABORT, 'append_only'); END`,
      postgres: `BEFORE ${change.toUpperCase()} ON ${table} FOR EACH ROW EXECUTE FUNCTION tilts_refuse('append_only')`,
    })),
  ),
  ...LEAD_GUARDS.map(({ name, table, change, when }) => ({
    name,
    table,
    sqlite: `BEFORE ${change} ON ${table} WHEN ${when} BEGIN SELECT RAISE(ABORT, 'person_without_lead'); END`,
    postgres: `BEFORE ${change} ON ${table} FOR EACH ROW EXECUTE FUNCTION tilts_${name}()`,
  })),
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
  ...LEAD_GUARDS.map(
    ({ name, change, when }) => `CREATE OR REPLACE FUNCTION tilts_${name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ${when} THEN
    RAISE EXCEPTION 'person_without_lead' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'person_without_lead';
  END IF;
  RETURN ${change === 'DELETE' ? 'old' : 'new'};
END $$`,
  ),
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
