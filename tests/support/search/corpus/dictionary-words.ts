// Words in many forms out of the Hunspell dictionaries, to fill texts with: real letters and lengths, no sense.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Chance } from './random.ts'

type Language = 'lv' | 'ru' | 'en'
type Entry = { word: string; flags: string; kind: string }
type Rule = { strip: string; add: string; when: RegExp | null }
type Rules = { byFlag: ReadonlyMap<string, Rule[]>; longFlags: boolean }

const { resolve } = createRequire(import.meta.url)

function read(language: Language, ending: 'aff' | 'dic'): string[] {
  return readFileSync(join(dirname(resolve(`dictionary-${language}`)), `index.${ending}`), 'utf8').split(/\r?\n/)
}

/** Endings only: words are not put together. */
function rulesOf(language: Language): Rules {
  const lines = read(language, 'aff')
  const byFlag = new Map<string, Rule[]>()
  for (const line of lines) {
    const [what, flag = '', strip = '', added = '', condition = ''] = line.trim().split(/\s+/)
    const isHeader = /^[YN]$/.test(strip) && /^\d+$/.test(added)
    if (what !== 'SFX' || condition === '' || isHeader) continue
    const add = added.split('/')[0] ?? ''
    const when = condition === '.' ? null : new RegExp(`${condition}$`, 'u')
    byFlag.set(flag, [...(byFlag.get(flag) ?? []), { strip: strip === '0' ? '' : strip, add: add === '0' ? '' : add, when }])
  }
  return { byFlag, longFlags: lines.some((line) => line.startsWith('FLAG long')) }
}

function entriesOf(language: Language): Entry[] {
  return read(language, 'dic')
    .slice(1)
    .flatMap((line) => {
      const found = /^([^/\s]+)(?:\/(\S+))?(?:\s+(.*))?$/.exec(line)
      return found ? [{ word: found[1] ?? '', flags: found[2] ?? '', kind: found[3] ?? '' }] : []
    })
}

function formsOf({ word, flags }: Entry, { byFlag, longFlags }: Rules): string[] {
  const all = longFlags ? (flags.match(/../g) ?? []) : Array.from(flags)
  const forms = new Set([word])
  for (const { strip, add, when } of all.flatMap((flag) => byFlag.get(flag) ?? []))
    if (word.endsWith(strip) && (when === null || when.test(word))) forms.add(word.slice(0, word.length - strip.length) + add)
  return [...forms]
}

const MOST_FORMS = 14

const CHOSEN: Record<Language, { most: number; isFit: (entry: Entry) => boolean }> = {
  lv: {
    most: 14_000,
    isFit: ({ word, kind }) => /po:(?:lietv[1-6]r|īpv1i|darbv[123]|apstv)/.test(kind) && word === word.toLowerCase() && word.length > 3,
  },
  ru: { most: 9000, isFit: ({ word }) => /^[а-яё]{4,}$/.test(word) },
  en: { most: 6000, isFit: ({ word }) => /^[a-z]{4,}$/.test(word) },
}

/** Each with the forms of its own; in an order that chance has made. */
export function dictionaryWords(language: Language, chance: Chance): string[][] {
  const { most, isFit } = CHOSEN[language]
  const rules = rulesOf(language)
  return chance
    .shuffle(entriesOf(language).filter(isFit))
    .slice(0, most)
    .map((entry) =>
      formsOf(entry, rules)
        .filter((form) => form.length > 2 && form === form.toLowerCase())
        .slice(0, MOST_FORMS),
    )
    .filter((forms) => forms.length > 0)
}
