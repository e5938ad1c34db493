// A history made by chance: everything that happens to vacancies, employers and synonyms, one change after the other, told to the change feed.
import { eq, inArray } from 'drizzle-orm'
import { DAY_MS } from '#app/domain/shared/day.ts'
import type { VacancyState } from '#app/domain/vacancies/vacancy.ts'
import { recordChange, recordChanges } from '#db/change-feed/changes.ts'
import { employer, searchSynonym, vacancy, vacancyStance } from '#db/schema/index.ts'
import type { Store, Tx } from '#db/store/store.ts'
import { synonymColumns } from '#db/search/synonyms.ts'
import { NOW } from '../app.ts'
import type { Chance } from './corpus/random.ts'
import { madePay, madeStances, madeTitle, madeVacancy, someEmployers } from './population.ts'

export type History = {
  /** So many changes in one transaction. */
  go: (changes: number) => Promise<void>
  /** Changes that are taken back before they were committed. */
  goNowhere: () => Promise<void>
}

/** As many stand at a time, about. */
const VACANCIES = 300
const RULES = 6
const STATES: readonly VacancyState[] = ['published', 'published', 'published', 'paused', 'filled', 'closed']
const NAMES = ['Izdomātā brigāde', 'Plānais koks', 'Zilais dzelzs', 'Тестовая бригада']
const WORDS = ['galdnieks', 'koka meistars', 'šoferis', 'apkopējs', 'motorzāģis', 'brigāde', 'склад', 'warehouse']

export async function openHistory(store: Store, chance: Chance): Promise<History> {
  const employers = await someEmployers(store)
  const ids: string[] = []
  const rules: string[] = []
  let count = 0
  const another = (prefix: string) => `${prefix}${String((count += 1))}`

  async function put(tx: Tx, row: typeof vacancy.$inferInsert): Promise<void> {
    await tx.insert(vacancy).values(row)
    await recordChange(tx, 'vacancy', row.id)
    ids.push(row.id)
  }
  async function stand(tx: Tx, vacancyId: string): Promise<void> {
    await tx.delete(vacancyStance).where(eq(vacancyStance.vacancyId, vacancyId))
    const stances = madeStances(chance).map((stance) => ({ vacancyId, ...stance }))
    if (stances.length > 0) await tx.insert(vacancyStance).values(stances)
    await recordChange(tx, 'vacancy', vacancyId)
  }
  async function publish(tx: Tx): Promise<void> {
    const { row } = madeVacancy(chance, another('v'), employers)
    await put(tx, row)
    await stand(tx, row.id)
  }
  async function remove(tx: Tx): Promise<typeof vacancy.$inferSelect | undefined> {
    const [id = ''] = ids.splice(chance.below(ids.length), 1)
    await tx.delete(vacancyStance).where(eq(vacancyStance.vacancyId, id))
    const [row] = await tx.delete(vacancy).where(eq(vacancy.id, id)).returning()
    await recordChange(tx, 'vacancy', id)
    return row
  }
  const alter =
    (set: () => Partial<typeof vacancy.$inferInsert>) =>
    async (tx: Tx): Promise<void> => {
      const some = Array.from({ length: 1 + chance.below(2) }, () => chance.pick(ids))
      await tx.update(vacancy).set(set()).where(inArray(vacancy.id, some))
      await recordChanges(tx, 'vacancy', some)
    }
  async function replace(tx: Tx): Promise<void> {
    const row = await remove(tx)
    if (!row) return
    const id = another('v')
    await put(tx, { ...row, id, sourceId: row.source === null ? null : id })
  }
  async function alterEmployer(tx: Tx, set: Partial<typeof employer.$inferInsert>): Promise<void> {
    const id = chance.pick(employers)
    await tx.update(employer).set(set).where(eq(employer.id, id))
    await recordChange(tx, 'employer', id)
  }
  async function addRule(tx: Tx): Promise<void> {
    const id = another('rule')
    const [from, to] = [chance.pick(WORDS), chance.pick(WORDS)]
    await tx
      .insert(searchSynonym)
      .values({ id, ...synonymColumns({ from: [from], to: [to], twoWay: chance.next() < 0.5 }), updatedAt: NOW })
    await recordChange(tx, 'search_synonym', id)
    rules.push(id)
  }
  async function retireRule(tx: Tx): Promise<void> {
    const [id = ''] = rules.splice(chance.below(rules.length), 1)
    await tx.update(searchSynonym).set({ retiredAt: NOW }).where(eq(searchSynonym.id, id))
    await recordChange(tx, 'search_synonym', id)
  }

  const KINDS: readonly ((tx: Tx) => Promise<unknown>)[] = [
    (tx) => (ids.length < VACANCIES ? publish(tx) : remove(tx)),
    (tx) => (ids.length < VACANCIES ? publish(tx) : remove(tx)),
    alter(() => ({ title: madeTitle(chance) })),
    alter(() => ({ description: `${madeTitle(chance)} ${chance.pick(WORDS)}` })),
    alter(() => madePay(chance)),
    (tx) => stand(tx, chance.pick(ids)),
    alter(() => ({ state: chance.pick(STATES) })),
    alter(() => ({ state: 'published', expiresAt: NOW + 60 * DAY_MS })),
    alter(() => ({ visibility: chance.pick(['public', 'closed']) })),
    alter(() => ({ expiresAt: NOW - chance.below(2) })),
    replace,
    (tx) => (chance.next() < 0.3 ? alterEmployer(tx, { state: chance.pick(['verified', 'verified', 'refused', 'pending']) }) : publish(tx)),
    (tx) => (chance.next() < 0.1 ? alterEmployer(tx, { name: chance.pick(NAMES) }) : replace(tx)),
    (tx) => (rules.length < RULES ? addRule(tx) : retireRule(tx)),
  ]

  return {
    go: (changes) =>
      store.write(async (tx) => {
        for (let done = 0; done < changes; done += 1) await (ids.length < 20 ? publish : chance.pick(KINDS))(tx)
      }),
    goNowhere: async () => {
      const takenBack = new Error('Taken back')
      const told = store.write(async (tx) => {
        await alter(() => ({ title: 'Nekad nebija' }))(tx)
        throw takenBack
      })
      await told.catch((error: unknown) => {
        if (error !== takenBack) throw error
      })
    },
  }
}
