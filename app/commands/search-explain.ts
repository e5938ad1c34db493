// How a query is understood and answered, in lines for whoever wonders why.
import { documentParts, stemsByField, WORD_FIELDS, type VacancyDocument } from '#search/index/document.ts'
import { EVERY_VACANCY, type VacancyHits, type VacancyIndex, type VacancyQuery } from '#search/index/port.ts'
import { queryWords } from '#search/index/analysis/analysis.ts'
import type { Attempt, WordGroup } from '#search/index/query/query-plan.ts'
import type { Store } from '#db/store/store.ts'
import type { Indexes } from '#app/process/site.ts'

const SHOWN = 5

const ASKED: VacancyQuery = { ...EVERY_VACANCY, pageSize: SHOWN, visibilities: ['public', 'closed'] }

function groupText({ any }: WordGroup): string {
  if (any.length === 0) return 'no word like it'
  return any.map(({ all, prefix }) => `${all.join('+')}${prefix ? '…' : ''}`).join(' or ')
}

function attemptText({ groups, relaxed, corrected, left }: Attempt): string {
  const more = [
    relaxed,
    ...(corrected === null ? [] : [`taken as "${corrected}"`]),
    ...(left.length > 0 ? [`without ${left.join(', ')}`] : []),
  ]
  return `(${groups.map(groupText).join(') and (')})  [${more.join('; ')}]`
}

/** The fields in which a group is met. */
function fieldsOf(stems: ReturnType<typeof stemsByField>, { any }: WordGroup): string {
  const met = WORD_FIELDS.filter((field) =>
    any.some(({ all, prefix }) =>
      all.every((wanted, at) => stems[field].some((stem) => (prefix && at === all.length - 1 ? stem.startsWith(wanted) : stem === wanted))),
    ),
  )
  return met.length === 0 ? 'not met' : met.join('+')
}

function whereText(document: VacancyDocument, attempt: Attempt | undefined): string {
  if (!attempt) return ''
  const stems = stemsByField(document)
  return attempt.groups.map((group) => `${group.typed}: ${fieldsOf(stems, group)}`).join(', ')
}

type Search = Indexes & { store: Store }

async function hitLines({ store }: Search, { ids }: VacancyHits, attempt: Attempt | undefined): Promise<string[]> {
  const documents = new Map<string, VacancyDocument>()
  for await (const part of documentParts(store, ids)) for (const document of part) documents.set(document.id, document)
  return ids.flatMap((id) => {
    const document = documents.get(id)
    return document ? [`    ${id}  ${document.texts.title}  (${whereText(document, attempt)})`] : []
  })
}

async function* answerLines(search: Search, index: VacancyIndex, words: string, attempts: readonly Attempt[]): AsyncGenerator<string> {
  const began = performance.now()
  const hits = await index.search({ ...ASKED, words })
  const took = (performance.now() - began).toFixed(1)
  const less = hits.degraded.length > 0 ? `, ${hits.degraded.join(', ')}` : ''
  yield `  ${hits.engine}: ${String(hits.total)} vacancies in ${took} ms [${hits.relaxed}${less}]`
  const attempt = attempts.find(({ relaxed, corrected }) => relaxed === hits.relaxed && corrected === hits.corrected)
  yield* await hitLines(search, hits, attempt ?? attempts[0])
}

export async function* explainLines(search: Search, words: string): AsyncGenerator<string> {
  const { embedded, index, meilisearch } = search
  yield 'Words'
  for (const { typed, word, stems, generic } of queryWords(words)) {
    yield `  ${typed}  ${word}  stems ${stems.join(', ')}${generic ? '  (said of every job)' : ''}`
  }
  const explained = embedded.explain(words)
  yield explained.length === 0
    ? 'Attempts: none, every vacancy is meant'
    : 'Attempts, the first that finds something is answered (vacancies by tier)'
  for (const { attempt, visible, byTier } of explained) {
    const tiers = Object.entries(byTier).flatMap(([tier, count]) => (count > 0 ? [`${tier} ${String(count)}`] : []))
    yield `  ${String(visible).padStart(6)}  ${attemptText(attempt)}${tiers.length > 0 ? `  ${tiers.join(', ')}` : ''}`
  }
  const attempts = explained.map(({ attempt }) => attempt)
  yield 'Answers'
  yield* answerLines(search, embedded, words, attempts)
  if (meilisearch) yield* answerLines(search, index, words, attempts)
}
