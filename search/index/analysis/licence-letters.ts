// Categories of a driving licence in a Russian text: категория С is written with Russian letters that look like the Latin ones they are.
const LICENCE = /^(?:[АВСД]Е?|[ВСД]1Е?)$/
const LATIN: Record<string, string> = { А: 'a', В: 'b', С: 'c', Д: 'd', Е: 'e', 1: '1' }
const BETWEEN = new Set(['и', 'или', 'a', 'b', 'c', 'd', 'be', 'ce', 'de', 'b1', 'c1', 'd1', 'c1e', 'd1e'])

/** The Latin word that a word after категория is; null when it is no category. In capitals only: в and с are small words. */
export function licenceLetters(raw: string): string | null {
  return raw.length <= 3 && LICENCE.test(raw) ? Array.from(raw, (letter) => LATIN[letter] ?? letter).join('') : null
}

/** Whether the word that follows this one may be a category: after категории, and on through the list. */
export function namesLicences(word: string, already: boolean): boolean {
  return word.startsWith('категори') || (already && BETWEEN.has(word))
}

/** A query is typed without capitals: категория с. Before more words в is likelier "in". */
export function withLicenceCapitals(typed: string): string {
  return typed.replace(/(?<=категори[\p{L}]{1,3} {1,3})(?:[асд]е?|ве|в(?= *$))(?![\p{L}\p{N}])/giu, (letters) => letters.toUpperCase())
}
