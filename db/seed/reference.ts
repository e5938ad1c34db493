// What the region knows before anybody signs in, in the demo and in production: rules of law, places of custody, words for the same work.
import { randomBytes } from 'node:crypto'
import { and, count, eq } from 'drizzle-orm'
import type { Instant } from '#app/domain/shared/day.ts'
import { sortKey } from '#app/domain/shared/sort-key.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { custodyPlace, employer, legalRestriction, organisation } from '#db/schema/index.ts'
import { fillCodes } from '#db/proposals/codes.ts'
import { renewOldProposals } from '#db/proposals/old-rows.ts'
import { fillDatabase } from './fill.ts'
import type { Store, Tx } from '#db/store/store.ts'
import { LEGAL_RESTRICTIONS } from './legal-restrictions.ts'
import { seedSynonyms } from './synonyms.ts'

const REGIME = 'Režīms nav pārbaudīts.'
const NEW_LIEPAJA = 'Alsungas iela 29, Liepāja. 1200 vietu, tikai vīriešiem; atvērts 2026. gada 3. februārī.'

/** Nine places in 2021, the new one in Liepāja since 2026. Regimes are from memory and say so. */
const CUSTODY_PLACES: readonly (typeof custodyPlace.$inferInsert)[] = [
  {
    id: 'liepaja-closed',
    name: 'Liepājas cietums',
    municipality: 'liepaja',
    regime: 'closed',
    openFrom: '2026-02-03',
    note: `${NEW_LIEPAJA} ${REGIME}`,
  },
  {
    id: 'liepaja-part',
    name: 'Liepājas cietums',
    municipality: 'liepaja',
    regime: 'part_closed',
    openFrom: '2026-02-03',
    note: `${NEW_LIEPAJA} ${REGIME}`,
  },
  {
    id: 'liepaja-old',
    name: 'Liepājas cietums (vecās ēkas)',
    municipality: 'liepaja',
    regime: 'closed',
    closedOn: '2026-02-03',
    note: `Slēgts, kad atvērts jaunais cietums; precīza slēgšanas diena nav pārbaudīta. ${REGIME}`,
  },
  { id: 'riga-central', name: 'Rīgas Centrālcietums', municipality: 'riga', regime: 'closed', note: REGIME },
  {
    id: 'riga-ilguciems',
    name: 'Iļģuciema cietums',
    municipality: 'riga',
    regime: 'part_closed',
    note: `Sievietēm. Plānots pārcelt uz Cēsīm. ${REGIME}`,
  },
  { id: 'riga-ilguciems-open', name: 'Iļģuciema cietums', municipality: 'riga', regime: 'open', note: `Sievietēm. ${REGIME}` },
  {
    id: 'daugavgriva',
    name: 'Daugavgrīvas cietums',
    municipality: 'daugavpils',
    regime: 'closed',
    note: `Grīvas nodaļu plānots slēgt. ${REGIME}`,
  },
  {
    id: 'jelgava',
    name: 'Jelgavas cietums',
    municipality: 'jelgava',
    regime: 'part_closed',
    note: `Bija plānots slēgt 2026. gada vidū; vai tas ir noticis, nav pārbaudīts. ${REGIME}`,
  },
  { id: 'jekabpils', name: 'Jēkabpils cietums', municipality: 'jekabpils', regime: 'part_closed', note: REGIME },
  { id: 'valmiera', name: 'Valmieras cietums', municipality: 'valmiera', regime: 'closed', note: REGIME },
  { id: 'olaine-open', name: 'Olaines cietums', municipality: 'olaine', regime: 'open', note: REGIME },
  {
    id: 'cesis',
    name: 'Cēsu audzināšanas iestāde nepilngadīgajiem',
    municipality: 'cesis',
    regime: 'part_closed',
    note: `Jauniešiem. ${REGIME}`,
  },
]

async function isEmpty(tx: Tx, table: typeof custodyPlace | typeof legalRestriction): Promise<boolean> {
  const [row] = await tx.select({ rows: count() }).from(table)
  return row?.rows === 0
}

/** A write stays short. */
const NAMES_AT_ONCE = 500

/** What no migration can compute: where names written before there was an alphabet stand in it. */
async function fillSortKeys(store: Store, table: typeof employer | typeof organisation): Promise<void> {
  for (;;) {
    const filled = await store.write(async (tx) => {
      const rows = await tx.select({ id: table.id, name: table.name }).from(table).where(eq(table.sortKey, '')).limit(NAMES_AT_ONCE)
      for (const { id, name } of rows)
        await tx
          .update(table)
          .set({ sortKey: sortKey(name) })
          .where(and(eq(table.id, id), eq(table.sortKey, '')))
      return rows.length
    })
    if (filled < NAMES_AT_ONCE) return
  }
}

/** Fills only what is empty, so that what a coordinator changed stays. */
export async function seedReference(store: Store, now: Instant): Promise<void> {
  await fillDatabase(store, async (tx) => {
    if (await isEmpty(tx, custodyPlace)) await tx.insert(custodyPlace).values([...CUSTODY_PLACES])
    if (!(await isEmpty(tx, legalRestriction))) return
    await tx.insert(legalRestriction).values(LEGAL_RESTRICTIONS.map((rule) => ({ ...rule, updatedAt: now })))
    for (const rule of LEGAL_RESTRICTIONS) await recordChange(tx, 'legal_restriction', rule.id)
  })
  await fillDatabase(store, (tx) => seedSynonyms(tx, now))
  await fillSortKeys(store, employer)
  await fillSortKeys(store, organisation)
  await fillCodes(store, () => randomBytes(6))
  await renewOldProposals(store)
}
