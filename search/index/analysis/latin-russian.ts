// Transliterates Russian typed in Latin letters: svarshik, svarschik and svarshchik are all сварщик. There is no single standard, so there are several results.

const MOST_READINGS = 16
const SHORTEST = 3
const TYPED_IN_LATIN = /^[a-z]+$/

/** Readings of letters, the likeliest first; the first row whose letters stand here is taken. `before` and `after` look at what is around. */
type Row = readonly [letters: string, readings: readonly string[], around?: { after?: RegExp; before?: RegExp }]
const START = /^$/
const VOWEL = /[aeiouy]$/
const END = /^$/

const ROWS: readonly Row[] = [
  ['shch', ['щ']],
  ['sch', ['щ', 'сч']],
  ['sh', ['щ', 'ш'], { before: /^(?:ik|ic|its)/ }],
  ['sh', ['ш', 'щ']],
  ['ch', ['ч', 'щ']],
  ['zh', ['ж']],
  ['kh', ['х']],
  ['ts', ['ц', 'тс']],
  ['ck', ['к', 'цк']],
  ['iya', ['ия']],
  ['ija', ['ия']],
  ['ia', ['ия', 'иа'], { before: END }],
  ['ya', ['я']],
  ['ja', ['я']],
  ['yu', ['ю']],
  ['ju', ['ю']],
  ['yo', ['йо', 'е'], { after: VOWEL }],
  ['jo', ['йо', 'е'], { after: VOWEL }],
  ['yo', ['е', 'йо']],
  ['jo', ['е', 'йо']],
  ['ye', ['е', 'ье']],
  ['je', ['е', 'ье']],
  ['iy', ['ий', 'ый'], { before: END }],
  ['ij', ['ий', 'ый'], { before: END }],
  ['ii', ['ий', 'ии'], { before: END }],
  ['yy', ['ый'], { before: END }],
  ['yj', ['ый'], { before: END }],
  ['yi', ['ый'], { before: END }],
  ['y', ['й', 'ы'], { after: VOWEL }],
  ['y', ['ы', 'й', 'и']],
  ['i', ['й', 'и'], { after: VOWEL, before: /^[^aeiouy]/ }],
  ['j', ['й', 'ж']],
  ['e', ['э', 'е'], { after: START }],
  ['tel', ['тель', 'тел'], { before: END }],
  ['l', ['ль', 'л'], { before: /^s[hc]/ }],
  ['l', ['л', 'ль'], { before: /^[^aeiouyjl]/ }],
  ['c', ['ц', 'к', 'с']],
  ['h', ['х', 'г']],
  ['w', ['в', 'ш', 'щ']],
  ['x', ['х', 'кс']],
]
const LETTERS: Record<string, string> = {
  ...{ a: 'а', b: 'б', d: 'д', e: 'е', f: 'ф', g: 'г', i: 'и', k: 'к', l: 'л', m: 'м', n: 'н', o: 'о', p: 'п', q: 'к' },
  ...{ r: 'р', s: 'с', t: 'т', u: 'у', v: 'в', z: 'з' },
}

function rowAt(word: string, at: number): Row {
  const [letter = ''] = word.slice(at)
  const row = ROWS.find(
    ([letters, , around]) =>
      word.startsWith(letters, at) &&
      (around?.after?.test(word.slice(0, at)) ?? true) &&
      (around?.before?.test(word.slice(at + letters.length)) ?? true),
  )
  return row ?? [letter, [LETTERS[letter] ?? letter]]
}

/** What a folded Latin word may have been, as folded Cyrillic words, likeliest first; empty when it cannot have been. */
export function russianFromLatin(word: string): string[] {
  if (word.length < SHORTEST || !TYPED_IN_LATIN.test(word)) return []
  let readings = [{ text: '', unlikely: 0 }]
  for (let at = 0; at < word.length;) {
    const [letters, as] = rowAt(word, at)
    readings = readings
      .flatMap(({ text, unlikely }) => as.map((one, rank) => ({ text: text + one, unlikely: unlikely + rank })))
      .sort((one, other) => one.unlikely - other.unlikely)
      .slice(0, MOST_READINGS)
    at += letters.length
  }
  return [...new Set(readings.map(({ text }) => text))]
}
