// Fills an empty demo with a small believable Kurzeme: fixed, not random; every name is plainly invented.
import type { Instant } from '#app/domain/shared/day.ts'
import type { Store } from '#db/store/store.ts'
import type { MasterKey } from '#db/people/vault.ts'
import { fillDatabase } from './fill.ts'
import { makeMembers } from './employers/members.ts'
import { shareDemo, storeWithin } from './involvement/sharing.ts'
import { makePairs } from './proposals/proposal-pairs.ts'
import { makeProposals } from './proposals/proposals.ts'
import { seedReference } from './reference.ts'
import { calendarOf } from './time.ts'
import { makePeople } from './people/people.ts'
import { makeVacancies } from './vacancies/vacancies.ts'
import { isInhabited, writeMembers, writePeople, writeProposals, writeVacancies } from './world.ts'

/** Does nothing where an employer or an organisation is already. The same `now` gives the same world. */
export async function seedDemo(store: Store, master: MasterKey, now: Instant): Promise<void> {
  if (await store.read(isInhabited)) return
  await seedReference(store, now)
  const calendar = calendarOf(now)
  const members = makeMembers(calendar)
  const vacancies = makeVacancies(calendar)
  const people = makePeople(master, calendar)
  const proposals = makeProposals(makePairs(vacancies, people.people, calendar), calendar)
  await fillDatabase(store, async (tx) => {
    // Another machine may have started at the same moment.
    if (await isInhabited(tx)) return
    await writeMembers(tx, members)
    await writeVacancies(tx, vacancies)
    await writePeople(tx, people.rows)
    await writeProposals(tx, proposals)
    const made = { plans: people.people.map(({ plan }) => plan), vacancies: vacancies.vacancies }
    await shareDemo(storeWithin(store, tx), master, made, calendar)
  })
}
