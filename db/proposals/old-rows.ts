// Proposals written before an employer saw only days and bands: a row of that time gets its day, a deadline that ends with its day, the view
// of today, and what its vacancy accepted then, as far as it is known.
import { and, eq } from 'drizzle-orm'
import { toDiscuss } from '#app/domain/matching/to-discuss.ts'
import { EMPTY_PROFILE, type OpenProfile } from '#app/domain/people/candidate.ts'
import { centreOf, municipalityByCode } from '#app/domain/places/places.ts'
import { anonymousView } from '#app/domain/proposals/anonymous-view.ts'
import { dayOf, deadlineIn } from '#app/domain/shared/day.ts'
import type { StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { factsOf, stancesByVacancy } from '#db/matching/vacancy-facts.ts'
import { proposal, proposalEvent, refusalTakenBack, vacancy } from '#db/schema/index.ts'
import type { Store, Tx } from '#db/store/store.ts'
import type { ProposalRow } from './move-types.ts'

/** What was frozen then: the open profile itself, of where the person travels from only the municipality. */
type WholeProfile = Partial<OpenProfile> & { occupationsWanted: string[]; travelMunicipality: string | null }

/** A write stays short. */
const AT_ONCE = 200

function isWholeProfile(shown: unknown): shown is WholeProfile {
  return typeof shown === 'object' && shown !== null && 'occupationsWanted' in shown
}

function openProfileOf({ travelMunicipality, ...open }: WholeProfile): OpenProfile {
  const name = travelMunicipality === null ? undefined : municipalityByCode(travelMunicipality)?.name
  const centre = name === undefined ? undefined : centreOf(name)
  const travelFrom = centre ? { municipality: centre.municipality, place: centre.name, coordinates: centre.coordinates } : null
  return { ...EMPTY_PROFILE, ...open, travelFrom }
}

/** From what was shown then and the vacancy as it stands now, as of the day it was sent. */
async function viewOfToday(
  tx: Tx,
  { id, vacancyId, shown, stateSince }: ProposalRow,
): Promise<Partial<Pick<ProposalRow, 'shown' | 'toDiscuss' | 'acceptance'>>> {
  const frozen: unknown = shown
  if (!isWholeProfile(frozen)) return {}
  const [job] = await tx.select().from(vacancy).where(eq(vacancy.id, vacancyId))
  if (!job) throw new Error('A proposal without its vacancy')
  const [sent] = await tx
    .select({ at: proposalEvent.at })
    .from(proposalEvent)
    .where(and(eq(proposalEvent.proposalId, id), eq(proposalEvent.to, 'sent')))
  const today = dayOf(sent?.at ?? stateSince)
  const facts = factsOf(job, await stancesThen(tx, vacancyId))
  const { stances, terms } = facts
  const open = openProfileOf(frozen)
  return { shown: anonymousView(facts, open, today), toDiscuss: toDiscuss(facts, open, today), acceptance: { stances, terms } }
}

/** With the refusals that the same upgrade took back: they stood when the proposal was sent, and count for what the employer knows. */
async function stancesThen(tx: Tx, vacancyId: string): Promise<StanceRow[]> {
  const taken = await tx.select().from(refusalTakenBack).where(eq(refusalTakenBack.vacancyId, vacancyId))
  const now = (await stancesByVacancy(tx, [vacancyId])).get(vacancyId) ?? []
  return now.map((row) => (taken.some(({ family }) => family === row.family) ? { ...row, stance: 'not_for_this_job' } : row))
}

/** Nothing where all rows are of today. */
export async function renewOldProposals(store: Store): Promise<void> {
  for (;;) {
    const renewed = await store.write(async (tx) => {
      const rows = await tx.select().from(proposal).where(eq(proposal.sinceDay, '')).limit(AT_ONCE)
      for (const row of rows) {
        const deadlineAt = row.deadlineAt === null ? null : deadlineIn(0, row.deadlineAt)
        await tx
          .update(proposal)
          .set({ ...(await viewOfToday(tx, row)), sinceDay: dayOf(row.stateSince), deadlineAt })
          .where(and(eq(proposal.id, row.id), eq(proposal.sinceDay, '')))
      }
      return rows.length
    })
    if (renewed < AT_ONCE) return
  }
}
