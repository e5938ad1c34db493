// What a printed file consists of, and the words that its parts are made with, in the language of whoever reads the paper.
import { formatter, type Format } from '#app/i18n/format.ts'
import type { Language } from '#app/i18n/language.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { translator, wordsIn, type Translate, type WordText } from '#app/i18n/translate.ts'

/** A value may hold several lines. */
type Line = { label: string; value: string }
type Entry = { title: string | null; facts: Line[] }
export type Part = { id: string; title: string; sentences: string[]; entries: Entry[] }

export type Words = { language: Language; t: Translate; word: WordText; format: Format }

export function wordsOf(language: Language): Words {
  return { language, t: translator(language), word: wordsIn(language), format: formatter(language) }
}

type Label = keyof Messages['candidate']['file']['label']

/** What is empty is left out. */
export function entry(
  { t }: Words,
  title: string | null,
  facts: readonly (readonly [label: Label, value: string | 0 | null | false])[],
): Entry {
  const known = facts.flatMap(([label, value]) =>
    typeof value === 'string' && value !== '' ? [{ label: t(`candidate.file.label.${label}`), value }] : [],
  )
  return { title, facts: known }
}

export function isEmpty({ sentences, entries }: Part): boolean {
  return sentences.length === 0 && entries.every(({ facts }) => facts.length === 0)
}
