// The embedded index as the bench opens it, and as one of the measured engines.
import { openEmbeddedIndex, type EmbeddedIndex } from '#search/index/embedded/engine.ts'
import type { VacancyIndex, VacancyQuery } from '#search/index/port.ts'
import type { Store } from '#db/store/store.ts'
import { CORPUS_NOW } from '#tests/support/search/corpus/vacancies.ts'
import { TOP, type Peer, type PeerQuery } from './peers/peer.ts'

/** The bench's clock stands still, a second after the last made vacancy. */
const NOW = CORPUS_NOW + 1000

export function openOurs(store: Store, folder: string): Promise<EmbeddedIndex> {
  return openEmbeddedIndex(store, { now: () => NOW, folder })
}

export function queryOf({ words, municipality, contract, shift, near }: PeerQuery): VacancyQuery {
  return {
    words,
    near,
    municipality,
    occupations: [],
    groups: [],
    shifts: shift === null ? [] : [shift],
    contracts: contract === null ? [] : [contract],
    support: [],
    payFromCents: null,
    latvianUpTo: null,
    acceptanceStated: false,
    accepts: [],
    publishedSince: null,
    sort: near === null ? 'relevance' : 'distance',
    page: 1,
    pageSize: TOP,
    visibilities: ['public'],
  }
}

/** All nine facets are counted, not three. */
export function asPeer(index: VacancyIndex): Peer {
  return {
    search: async (query) => {
      const { ids, total, facets } = await index.search(queryOf(query))
      return { ids, total, facets }
    },
    close: () => index.close(),
  }
}
