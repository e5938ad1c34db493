// How typed words become a question: what is known as typed, what was a slip, what else it means, and what to do without when nothing has it all.
import { MOST_PHRASE_WORDS } from '#app/domain/synonym.ts'
import { findMunicipality, findPlace } from '#app/domain/places.ts'
import { collapsed, fromLatin, queryWords, stemsFor, type QueryWord } from './analysis/analysis.ts'
import type { Synonyms } from './synonyms.ts'
import type { Alternative, Attempt, Understood, Vocabulary, WordGroup } from './understood.ts'

/** Shorter words have too many neighbours. */
const ONE_SLIP_FROM = 4
const TWO_SLIPS_FROM = 8
const MOST_NEAR = 12
/** A word of so few texts, and of no title, may as well be a slip. */
const RARE = 3
/** How far neighbours are looked through for those that stand in titles. */
const NEIGHBOURS = 60

type Taken = WordGroup & {
  /** How the word is written that it was taken for; null when it was taken as typed. */
  corrected: string | null
  /** Where, not what: the same work elsewhere is nearer to what was meant than other work here. */
  place: boolean
  /** In how many vacancies the likeliest alternative stands; −1 when nothing meets the word. */
  vacancies: number
  /** Words near to it, for when together with the others it meets nothing; looked for only then. */
  near: () => readonly string[]
}

function isPlace(word: string): boolean {
  return findPlace(word) !== undefined || findMunicipality(word) !== undefined
}

const alone = (stem: string): Alternative => ({ all: [stem], prefix: false })

function vacanciesWith(vocabulary: Vocabulary, { all: [stem = ''] }: Alternative): number {
  const counts = vocabulary.countOf(stem)
  return counts === null ? 0 : counts.title + counts.meta + counts.body
}

function slipsAllowed(stem: string): number {
  if (stem.length < ONE_SLIP_FROM || /\p{N}/u.test(stem)) return 0
  return stem.length < TWO_SLIPS_FROM ? 1 : 2
}

/** Words of titles, else of facts, that are so many slips away from a stem, or from the word as titles write it. */
function nearProminent(vocabulary: Vocabulary, word: string, stems: readonly string[], slips: number): string[] {
  const near = stems.flatMap((stem) => (slips > slipsAllowed(stem) ? [] : vocabulary.near(stem, slips, NEIGHBOURS, 'prominent')))
  const written = slips > slipsAllowed(word) ? [] : vocabulary.nearWritten(word, slips, NEIGHBOURS)
  const found = [...new Set([...near, ...written])]
  const inTitles = found.filter((term) => (vocabulary.countOf(term)?.title ?? 0) > 0)
  return inTitles.length > 0 ? inTitles : found
}

/** One slip before two; beside them the words of texts that are a single slip away, and of these alone also two. */
function nearWords(vocabulary: Vocabulary, word: string, stems: readonly string[]): string[] {
  const inTexts = (slips: number) =>
    stems.flatMap((stem) => (slips > slipsAllowed(stem) ? [] : vocabulary.near(stem, slips, NEIGHBOURS, 'all')))
  const first = [1, 2].map((slips) => nearProminent(vocabulary, word, stems, slips)).find((found) => found.length > 0) ?? []
  const all = [...first.slice(0, MOST_NEAR), ...inTexts(1)]
  return [...new Set(all.length > 0 ? all : inTexts(2))].slice(0, MOST_NEAR)
}

/** The same word by another way of typing: the old one, or Russian in Latin letters. */
function retyped(vocabulary: Vocabulary, candidates: readonly string[]): string[] {
  for (const candidate of candidates) {
    const known = stemsFor(candidate).filter((stem) => vocabulary.countOf(stem) !== null)
    if (known.length > 0) return known
  }
  return []
}

function takenFor(vocabulary: Vocabulary, { typed, word, stems }: QueryWord, open: boolean): Taken {
  const known = stems.filter((stem) => vocabulary.countOf(stem) !== null)
  const goesOn = open && word.length > 1 && vocabulary.begins(word) ? [{ all: [word], prefix: true }] : []
  const near = () => nearWords(vocabulary, word, stems)
  const taken = (terms: readonly string[], corrected: string | null): Taken => {
    const any = [...terms.map(alone), ...goesOn]
    const vacancies = any.length === 0 ? -1 : Math.max(...any.map((one) => vacanciesWith(vocabulary, one)))
    return {
      typed,
      any,
      corrected,
      place: isPlace(corrected ?? typed),
      vacancies,
      near: () => near().filter((term) => !terms.includes(term)),
    }
  }
  const counts = known.map((stem) => vocabulary.countOf(stem))
  const rare = goesOn.length === 0 && counts.every((count) => count !== null && count.title + count.meta === 0 && count.body < RARE)
  if (known.length > 0 && !rare) return taken(known, null)
  const written = (terms: readonly string[]) =>
    terms.map((term) => vocabulary.wordFor(term)).find((found) => found !== null) ?? terms[0] ?? null
  const old = collapsed(word)
  const asOnceTyped = old === null ? [] : retyped(vocabulary, [old])
  if (asOnceTyped.length > 0) return taken(asOnceTyped, written(asOnceTyped))
  if (goesOn.length > 0) return taken(known, null)
  const russian = fromLatin(word)
  const inRussian = retyped(vocabulary, russian)
  // A slip of one letter is likelier than another alphabet, and that is likelier than two.
  if (inRussian.length > 0 && known.length === 0 && nearProminent(vocabulary, word, stems, 1).length === 0)
    return taken(inRussian, written(inRussian))
  const close = near()
  const slipped = close.length > 0 || old === null ? close : nearWords(vocabulary, old, stemsFor(old))
  const all = [...known, ...slipped]
  if (all.length > 0) return taken(all, slipped.length > 0 ? written(slipped) : null)
  const nearRussian = russian.map((one) => nearWords(vocabulary, one, stemsFor(one))).find((terms) => terms.length > 0) ?? []
  return taken(nearRussian, written(nearRussian))
}

/** What else a phrase means, of what any vacancy says. */
function knownMeanings(vocabulary: Vocabulary, meanings: readonly (readonly string[])[]): Alternative[] {
  return meanings.filter((stems) => stems.every((stem) => vocabulary.countOf(stem) !== null)).map((all) => ({ all, prefix: false }))
}

function phraseOf(vocabulary: Vocabulary, words: readonly QueryWord[], meanings: readonly Alternative[]): Taken {
  const any = [{ all: words.map(({ stems: [stem = ''] }) => stem), prefix: false }, ...meanings]
  const vacancies = Math.max(...any.map((one) => vacanciesWith(vocabulary, one)))
  return { typed: words.map(({ typed }) => typed).join(' '), any, corrected: null, place: false, vacancies, near: () => [] }
}

/** What the word itself also means; of one that was a slip, what the word it was taken for does. */
function wordOf(vocabulary: Vocabulary, synonyms: Synonyms, word: QueryWord, last: boolean, meanings: readonly Alternative[]): Taken {
  const own = takenFor(vocabulary, word, last)
  const ofSlip = own.corrected !== null && meanings.length === 0
  const also = ofSlip ? knownMeanings(vocabulary, synonyms.at([{ stems: own.any[0]?.all ?? [] }], 0, 1)?.meanings ?? []) : meanings
  if (also.length === 0) return own
  // A word with a meaning of its own was no slip, though no vacancy says it that way.
  const kept = own.corrected === null || ofSlip ? own.any : []
  const vacancies = Math.max(own.vacancies, ...also.map((one) => vacanciesWith(vocabulary, one)))
  return { ...own, any: [...kept, ...also], corrected: ofSlip ? own.corrected : null, vacancies }
}

type Grouped = { groups: Taken[]; phrases: boolean }

/** The words in order; what is said of every job only where it belongs to a phrase. @param longest how many words may be one phrase. */
function groupsOf(words: readonly QueryWord[], vocabulary: Vocabulary, synonyms: Synonyms, longest: number): Grouped {
  const groups: Taken[] = []
  let phrases = false
  for (let at = 0; at < words.length;) {
    const synonym = synonyms.at(words, at, longest)
    const meanings = knownMeanings(vocabulary, synonym?.meanings ?? [])
    const length = meanings.length > 0 ? (synonym?.words ?? 1) : 1
    const [word, ...more] = words.slice(at, at + length)
    at += length
    if (!word) continue
    if (more.length > 0) groups.push(phraseOf(vocabulary, [word, ...more], meanings))
    else if (meanings.length > 0 || !word.generic) groups.push(wordOf(vocabulary, synonyms, word, at === words.length, meanings))
    phrases ||= more.length > 0
  }
  return { groups, phrases }
}

function attemptOf(relaxed: Attempt['relaxed'], groups: readonly Taken[], left: readonly Taken[]): Attempt {
  const corrected = groups.some((group) => group.corrected !== null)
  return {
    relaxed: relaxed === 'none' && corrected ? 'typos' : relaxed,
    groups: groups.map(({ typed, any }) => ({ typed, any })),
    corrected: corrected ? groups.map((group) => group.corrected ?? group.typed).join(' ') : null,
    left: left.map(({ typed }) => typed),
  }
}

/** With words near to what was typed, though that is known: for when nothing has all of it together. Null when there are none. */
function withNear(vocabulary: Vocabulary, groups: readonly Taken[]): Taken[] | null {
  const wider = groups.map((group) => {
    const near = group.corrected === null ? group.near() : []
    const [nearest] = near
    if (nearest === undefined) return group
    return { ...group, any: [...group.any, ...near.map(alone)], corrected: vocabulary.wordFor(nearest) ?? nearest }
  })
  return wider.some((group, at) => group !== groups[at]) ? wider : null
}

/** Words near to them as well; then without those that nothing has, and of the others first places and then the most frequent, one by one. */
function* looserAttempts(groups: readonly Taken[], vocabulary: Vocabulary): Generator<Attempt> {
  const possible = groups.filter(({ any }) => any.length > 0)
  const all = possible.length === groups.length
  const wider = all ? withNear(vocabulary, groups) : null
  if (wider) yield attemptOf('typos', wider, [])
  const lessNeededFirst = possible.toSorted((a, b) => Number(b.place) - Number(a.place) || b.vacancies - a.vacancies)
  for (let without = all ? 1 : 0; without < possible.length; without += 1) {
    const dropped = lessNeededFirst.slice(0, without)
    const kept = possible.filter((group) => !dropped.includes(group))
    const left = groups.filter((group) => !kept.includes(group))
    yield attemptOf('some_words', kept, left)
  }
}

const canAllBeMet = (groups: readonly Taken[]) => groups.every(({ any }) => any.length > 0)

/** @param typed of any length, by anybody. */
export function understand(typed: string, vocabulary: Vocabulary, synonyms: Synonyms): Understood {
  const words = queryWords(typed)
  const { groups, phrases } = groupsOf(words, vocabulary, synonyms, MOST_PHRASE_WORDS)
  function* attempts(): Generator<Attempt> {
    if (groups.length === 0) return
    const single = phrases ? groupsOf(words, vocabulary, synonyms, 1).groups : groups
    if (canAllBeMet(groups)) yield attemptOf('none', groups, [])
    // A phrase that nothing is found by is the words it is made of.
    if (phrases && single.length > 0 && canAllBeMet(single)) yield attemptOf('none', single, [])
    if (single.every(({ any }) => any.length === 0)) yield attemptOf('none', groups, [])
    yield* looserAttempts(single, vocabulary)
  }
  return { chooses: groups.length > 0, attempts: { [Symbol.iterator]: attempts } }
}
