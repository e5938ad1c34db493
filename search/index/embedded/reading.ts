// A vacancy's texts read into what the index keeps of them. It takes longer than all the rest of taking a vacancy in.
import { languageOf, tokensOf } from '../analysis/analysis.ts'
import { revisionOf, stemsByField, type VacancyDocument, type WordField } from '../document.ts'
import type { WrittenWord } from './vocabulary.ts'

export type Reading = {
  /** Of each field, each stem once, with spaces between. */
  stems: Record<WordField, string>
  written: readonly Omit<WrittenWord, 'times'>[]
  revision: string
}

/** With what was wrong when its texts could not be read. */
export type Read = { document: VacancyDocument; reading: Reading | { refused: string } }

const LONGEST_REASON = 200

const distinct = (stems: readonly string[]) => [...new Set(stems)].join(' ')

function readingOf(document: VacancyDocument): Reading {
  const { title, body } = document.texts
  const language = languageOf(`${title} ${body}`)
  const stems = stemsByField(document, language)
  return {
    stems: { title: distinct(stems.title), meta: distinct(stems.meta), body: distinct(stems.body) },
    written: tokensOf(title, language).map(({ stem, start, end }) => ({ term: stem, word: title.slice(start, end).toLowerCase() })),
    revision: revisionOf(document),
  }
}

export function readDocument(document: VacancyDocument): Read {
  try {
    return { document, reading: readingOf(document) }
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'
    return { document, reading: { refused: reason.slice(0, LONGEST_REASON) } }
  }
}
