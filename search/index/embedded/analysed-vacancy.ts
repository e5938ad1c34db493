// A vacancy's texts read into what the index keeps of them. It takes longer than all the rest of taking a vacancy in.
import { languageOf, tokensOf } from '#search/index/analysis/analysis.ts'
import { revisionOf, stemsByField, type VacancyDocument, type WordField } from '../document.ts'
import type { Spelling } from './vocabulary.ts'

export type AnalysedTexts = {
  /** Of each field, each stem once, with spaces between. */
  stems: Record<WordField, string>
  spellings: readonly Omit<Spelling, 'times'>[]
  revision: string
}

/** With what was wrong when its texts could not be read. */
export type AnalysedVacancy = { document: VacancyDocument; analysis: AnalysedTexts | { rejected: string } }

const LONGEST_REASON = 200

const distinct = (stems: readonly string[]) => [...new Set(stems)].join(' ')

function readingOf(document: VacancyDocument): AnalysedTexts {
  const { title, body } = document.texts
  const language = languageOf(`${title} ${body}`)
  const stems = stemsByField(document, language)
  return {
    stems: { title: distinct(stems.title), meta: distinct(stems.meta), body: distinct(stems.body) },
    spellings: tokensOf(title, language).map(({ stem, start, end }) => ({ term: stem, word: title.slice(start, end).toLowerCase() })),
    revision: revisionOf(document),
  }
}

export function analyseDocument(document: VacancyDocument): AnalysedVacancy {
  try {
    return { document, analysis: readingOf(document) }
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'
    return { document, analysis: { rejected: reason.slice(0, LONGEST_REASON) } }
  }
}
