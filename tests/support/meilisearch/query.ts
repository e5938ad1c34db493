// What was typed, as terms to look for: words, the last one a beginning, phrases in quotes, words not wanted. After the server's `parse_query`.
import type { Settings } from './settings.ts'
import { MOST_WORD_BYTES, tokensOf, type Token } from './words.ts'

export type Term =
  { kind: 'word'; word: string; prefix: boolean; from: number; to: number } | { kind: 'phrase'; words: string[]; from: number; to: number }

export type Query = { terms: Term[]; unwantedWords: string[]; unwantedPhrases: string[][] }

type Phrase = { words: string[]; from: number; to: number; unwanted: boolean }

type Parsing = Query & { place: number; phrase: Phrase | null; afterSpace: boolean; unwantedNext: boolean }

const MOST_TERMS = 10
const MOST_TOKENS = 1000
const HARD_GAP = 7

function openPhrase(parsing: Parsing, unwanted: boolean): void {
  const from = parsing.place + 1
  parsing.phrase = { words: [], from, to: from, unwanted }
}

function closePhrase(parsing: Parsing): void {
  const { phrase } = parsing
  parsing.phrase = null
  if (!phrase || phrase.words.length === 0) return
  if (phrase.unwanted) parsing.unwantedPhrases.push(phrase.words)
  else parsing.terms.push({ kind: 'phrase', words: phrase.words, from: phrase.from, to: phrase.to })
}

function addSeparator(parsing: Parsing, { text, hard }: Token): void {
  const { phrase } = parsing
  if (hard) parsing.place += HARD_GAP
  if (phrase && (hard || text === '"')) {
    closePhrase(parsing)
    if (text !== '"') openPhrase(parsing, phrase.unwanted)
  } else if (text === '"') openPhrase(parsing, parsing.unwantedNext)
  parsing.unwantedNext = !parsing.phrase && text === '-' && parsing.afterSpace
  parsing.afterSpace = /\s/u.test(text)
}

function addWord(parsing: Parsing, { kind, text }: Token, last: boolean, settings: Settings): void {
  parsing.place += 1
  parsing.afterSpace = false
  const { phrase, place } = parsing
  if (phrase) {
    if (kind === 'stop') return
    if (phrase.words.length === 0) phrase.from = place
    phrase.words.push(text)
    phrase.to = place
  } else if (parsing.unwantedNext) {
    parsing.unwantedWords.push(text)
    parsing.unwantedNext = false
  } else if (kind === 'word' || last) {
    const prefix = last && settings.prefixSearch === 'indexingTime' && Buffer.byteLength(text) <= MOST_WORD_BYTES
    parsing.terms.push({ kind: 'word', word: text, prefix, from: place, to: place })
  }
}

export function queryOf(q: string, settings: Settings): Query {
  const nothing = { terms: [], unwantedWords: [], unwantedPhrases: [] }
  const parsing: Parsing = { ...nothing, place: -1, phrase: null, afterSpace: true, unwantedNext: false }
  const tokens = tokensOf(q, settings).slice(0, MOST_TOKENS)
  for (const [at, token] of tokens.entries()) {
    if (parsing.terms.length >= MOST_TERMS) return parsing
    if (token.kind === 'separator') addSeparator(parsing, token)
    else addWord(parsing, token, at === tokens.length - 1, settings)
  }
  closePhrase(parsing)
  return parsing
}
