// Analyses a vacancy's texts into what the index stores of them: the slowest part of indexing.
import { languageOf, tokensOf } from '#search/index/analysis/analysis.ts'
import { revisionOf, stemsByField, type VacancyDocument, type WordField } from '../document.ts'
import type { Spelling } from './vocabulary.ts'

export type AnalysedTexts = {
  /** Of each field each stem once, separated by spaces. */
  stems: Record<WordField, string>
  spellings: readonly Omit<Spelling, 'times'>[]
  revision: string
}

/** `rejected`: why its texts could not be analysed. */
export type AnalysedVacancy = { document: VacancyDocument; analysis: AnalysedTexts | { rejected: string } }

const LONGEST_REASON = 200

const distinct = (stems: readonly string[]) => [...new Set(stems)].join(' ')

function analysisOf(document: VacancyDocument): AnalysedTexts {
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
    return { document, analysis: analysisOf(document) }
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'
    return { document, analysis: { rejected: reason.slice(0, LONGEST_REASON) } }
  }
}
