// MiniSearch over our own stems, with its own typing errors; filters and facets in JavaScript.
import MiniSearch from 'minisearch'
import { distanceKm } from '#app/domain/places/coordinates.ts'
import { queryWords } from '#search/index/analysis/analysis.ts'
import { stemsByField, WORD_FIELDS, type VacancyDocument } from '#search/index/document.ts'
import { facetsFrom, TOP, type OpenPeer, type PeerAnswer, type PeerQuery } from './peer.ts'

const FUZZY_FROM_LETTERS = 4
const TWO_ERRORS_FROM_LETTERS = 8
const errorsAllowed = (term: string) => (term.length < FUZZY_FROM_LETTERS ? 0 : term.length < TWO_ERRORS_FROM_LETTERS ? 1 : 2)
const spaced = (stems: string) => stems.split(' ')

type Stemmed = { n: number; title: string; meta: string; body: string }
type Held = Pick<VacancyDocument, 'id' | 'municipality' | 'contract' | 'shifts' | 'coordinates' | 'publishedAt'>

const kmTo = ({ coordinates }: Held, near: NonNullable<PeerQuery['near']>) =>
  coordinates ? distanceKm(near.coordinates, coordinates) : Infinity

function passes(held: Held, { municipality, contract, shift, near }: PeerQuery): boolean {
  return (
    (municipality === null || held.municipality === municipality) &&
    (contract === null || held.contract === contract) &&
    (shift === null || held.shifts.includes(shift)) &&
    (near === null || kmTo(held, near) <= near.radiusKm)
  )
}

export const openMiniSearch: OpenPeer = async (documents) => {
  const mini = new MiniSearch<Stemmed>({
    idField: 'n',
    fields: [...WORD_FIELDS],
    tokenize: spaced,
    processTerm: (stem) => stem,
    searchOptions: { boost: { title: 8, meta: 3, body: 1 } },
  })
  const held: Held[] = []
  for await (const part of documents)
    for (const document of part) {
      const { title, meta, body } = stemsByField(document)
      mini.add({ n: held.length, title: title.join(' '), meta: meta.join(' '), body: body.join(' ') })
      const { id, municipality, contract, shifts, coordinates, publishedAt } = document
      held.push({ id, municipality, contract, shifts, coordinates, publishedAt })
    }

  function search(query: PeerQuery): PeerAnswer {
    const words = queryWords(query.words)
    const choosing = words.filter(({ generic }) => !generic)
    const stems = (choosing.length > 0 ? choosing : words).map(({ stems: [stem], word }) => stem ?? word)
    const found = mini
      .search(stems.join(' '), { combineWith: 'AND', prefix: (_, index, all) => index === all.length - 1, fuzzy: errorsAllowed })
      .map(({ id, score }) => ({ held: held[id as number] as Held, score }))
      .filter((one) => passes(one.held, query))
    const { near } = query
    const ordered = near ? found.toSorted((a, b) => kmTo(a.held, near) - kmTo(b.held, near)) : found
    const { total, ...facets } = facetsFrom(found.map(({ held: one }) => ({ ...one, shifts: one.shifts.join(' '), count: 1 })))
    return { ids: ordered.slice(0, TOP).map(({ held: one }) => one.id), total, facets }
  }
  return { search, close: () => undefined }
}
