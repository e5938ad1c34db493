// The word lists of a spelling dictionary read for tests: a word and all forms its rules make of it, one suffix deep, with the prefixes that go with it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** `prefixes`: what the form may also begin with. */
type SuffixRule = { strip: string; add: string; onlyAfter: RegExp | null; meaning: string; prefixes: readonly string[] }
export type DictionaryWord = { word: string; flags: readonly string[]; partOfSpeech: string }
export type Dictionary = { words: readonly DictionaryWord[]; suffixes: ReadonlyMap<string, readonly SuffixRule[]> }

function readPrefixes(text: string): Map<string, string> {
  return new Map([...text.matchAll(/^PFX\s+(\S+)\s+0\s+([^\s/]+)/gm)].map(([, flag = '', prefix = '']) => [flag, prefix]))
}

function readSuffixes(text: string): Map<string, SuffixRule[]> {
  const rules = new Map<string, SuffixRule[]>()
  const patterns = new Map<string, RegExp>()
  const prefixes = readPrefixes(text)
  for (const line of text.split(/\r?\n/)) {
    const [kind, flag, strip, add, condition] = line.trim().split(/\s+/)
    // The head of a group of rules has one part less than a rule.
    if (kind !== 'SFX' || !flag || !strip || !add || !condition) continue
    const pattern = patterns.get(condition) ?? new RegExp(`${condition}$`, 'u')
    patterns.set(condition, pattern)
    const [ending = '', further = ''] = add.split('/')
    const rule = {
      strip: strip === '0' ? '' : strip,
      add: ending === '0' ? '' : ending,
      onlyAfter: condition === '.' ? null : pattern,
      meaning: /is:(\S+)/.exec(line)?.[1] ?? '',
      prefixes: Array.from(further, (one) => prefixes.get(one) ?? []).flat(),
    }
    const ofFlag = rules.get(flag)
    if (ofFlag) ofFlag.push(rule)
    else rules.set(flag, [rule])
  }
  return rules
}

function readWords(text: string): DictionaryWord[] {
  return text
    .split(/\r?\n/)
    .slice(1)
    .flatMap((line) => {
      const [, word, flags = '', rest = ''] = /^([^/\s]+)(?:\/(\S+))?(?:\s+(.*))?$/.exec(line) ?? []
      return word === undefined ? [] : [{ word, flags: Array.from(flags), partOfSpeech: /po:(\S+)/.exec(rest)?.[1] ?? '' }]
    })
}

/** A dictionary from its package (development only). */
export function readDictionary(packageName: string): Dictionary {
  const folder = dirname(createRequire(import.meta.url).resolve(packageName))
  const [affixes = '', words = ''] = ['index.aff', 'index.dic'].map((name) => readFileSync(join(folder, name), 'utf8'))
  return { words: readWords(words), suffixes: readSuffixes(affixes) }
}

/** The word itself first; `without` tells by a rule's meaning which forms are left out. */
export function formsOf({ word, flags }: DictionaryWord, { suffixes }: Dictionary, without: (meaning: string) => boolean): string[] {
  const rules = flags.flatMap((flag) => suffixes.get(flag) ?? [])
  const made = rules
    .filter(({ strip, onlyAfter, meaning }) => word.endsWith(strip) && (onlyAfter?.test(word) ?? true) && !without(meaning))
    .flatMap(({ strip, add, prefixes }) => ['', ...prefixes].map((prefix) => prefix + word.slice(0, word.length - strip.length) + add))
  return [...new Set([word, ...made])]
}
