// Words written so that a filter reads past them: marks between the letters, letters of another alphabet, digits for letters.

const LATIN: Readonly<Record<string, string>> = {
  ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', х: 'x', у: 'y', к: 'k', м: 'm', т: 't', в: 'b', н: 'h', і: 'i', ѕ: 's', ј: 'j', ԁ: 'd' },
  ...{ α: 'a', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't' },
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' },
}
/** "нotiesāts": a Russian letter for its sound. */
const LATIN_BY_SOUND: Readonly<Record<string, string>> = {
  ...LATIN,
  ...{ б: 'b', в: 'v', г: 'g', д: 'd', з: 'z', и: 'i', л: 'l', н: 'n', п: 'p', р: 'r', с: 's', у: 'u' },
}
const CYRILLIC: Readonly<Record<string, string>> = {
  ...{ a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х', y: 'у', k: 'к', m: 'м', t: 'т', b: 'в', h: 'н', i: 'и', u: 'и', n: 'п' },
  ...{ '0': 'о', '1': 'и', '3': 'з', '4': 'ч', '6': 'б', '@': 'а' },
}

const SIGN = '[\\p{L}\\p{N}@$]'
/** A word with single marks inside: "not.ies-āts". */
const PIECES = new RegExp(`${SIGN}+(?:[.*_·|’'-]${SIGN}+)*`, 'gu')
/** Letters one by one: "n o t i e s ā t s". */
const ONE_BY_ONE = new RegExp(`(?<!${SIGN})${SIGN}(?:[\\s.*_·|-]{1,3}${SIGN}(?!${SIGN})){3,}`, 'gu')
/** What marks a person is found at the beginning of a word. */
const MOST_LETTERS = 80
const NOT_A_SIGN = /[^\p{L}\p{N}@$]+/u

/** A word as it stands in the text, and the words it may be meant for. */
export type Disguised = { written: string; meant: string[] }

function isMixed(word: string): boolean {
  return /\p{L}/u.test(word) && (/[\d@$]/.test(word) || (/[a-z]/.test(word) && /[^\d@$\p{Script=Latin}]/u.test(word)))
}

function readings(word: string): string[] {
  // "notiesaats": a long vowel without its mark.
  const short = word.replace(/([aeiu])\1/gu, '$1')
  if (!isMixed(word)) return [word, short]
  return [LATIN, LATIN_BY_SOUND, CYRILLIC].map((letters) => word.replace(/./gu, (letter) => letters[letter] ?? letter))
}

function disguised(written: string): Disguised[] {
  const pieces = written.split(NOT_A_SIGN)
  const words = (pieces.length > 1 ? [pieces.join(''), ...pieces] : pieces).map((word) => word.slice(0, MOST_LETTERS))
  const meant = new Set(words.flatMap(readings))
  // As they stand, they are read with the text.
  for (const piece of pieces) meant.delete(piece.slice(0, MOST_LETTERS))
  return meant.size > 0 ? [{ written, meant: [...meant] }] : []
}

/** @param text folded */
export function disguisedWords(text: string): Disguised[] {
  return [PIECES, ONE_BY_ONE].flatMap((pattern) => [...text.matchAll(pattern)].flatMap(([written]) => disguised(written)))
}
