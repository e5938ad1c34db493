// A light stemmer for Latvian, our own: removes endings and undoes the consonant changes before them. For folded text, so diacritics never matter.

/** In letters, except for words like ēka, ola, upe. */
const SHORTEST_STEM = 3
const SHORT_STEM = /^[aeiou][^aeiou]$/

/** Longest first, of those that end in one letter. */
type Endings = Readonly<Record<string, readonly string[]>>

/** Of nouns and of adjectives without "the". */
const ENDINGS: Endings = {
  ...{ a: ['a'], e: ['e'], u: ['u'] },
  i: ['ai', 'ei', 'i'],
  j: ['ij'],
  m: ['iem', 'am', 'em', 'im', 'um'],
  s: ['as', 'es', 'is', 'us', 'os', 's'],
}
/** Of adjectives that say "the": lielais, lielajam, lielo. */
const DEFINITE_ENDINGS: Endings = { a: ['aja'], e: ['ie'], i: ['ajai'], m: ['ajiem', 'ajam'], o: ['o'], s: ['ajos', 'ajas', 'ais'] }

/** What stands before -āj- where it belongs to the noun: metinātājs, pacēlājs, savrupmāja, brīvklāja, trejkājis, Liepāja. */
const BEFORE_NOUN_IN_AJ = /[aeio]t$|[^i]e[dlr]$|[^ai]m$|kl$|[^aeious]k$|^liep$/

/** What makes adjectives, so that -āk- after it compares: derīgāks, tehniskāks, piemērotāks, atbildošāks. */
const BEFORE_COMPARISON =
  /(?:ig|isk|ain|am|os|al|iv|[aeiou]t|[ae]nt|^(?:lab|liel|maz|jaun|augst|zem|atr|tuv|gar|ilg|biez|plas|viegl|smag|stipr|silt|aukst|ert|vel|vair|dros))$/
/** The eldest and seniors are said with -āk-, and are not the old. */
const NO_COMPARISON = /^vec$/

/** `endings`: only before these. */
type Change = { after: RegExp; as: string; endings?: readonly string[] }

/** A stem's last consonant as it is before most endings, each only where the words that need it are more than those it would spoil. */
const CHANGES: Readonly<Record<string, readonly Change[]>> = {
  // upe, upju; skapis, skapja
  j: [{ after: /(?<=[bpmv])j$/, as: '' }],
  // galdniece is galdnieks
  c: [{ after: /(?<=nie)c$/, as: 'k' }],
  s: [
    // latvietis, latvieša
    { after: /(?<=...ie)s$/, as: 't' },
    // kvalitāte, kvalitāšu; biļete, biļešu; pakete, pakešu; smalkmaizīte, smalkmaizīšu; karte, karšu; nakts, nakšu; banknote, banknošu
    { after: /(?<=..ta|.le|.ke|.[zt]i|kar|nak|kno)s$/, as: 't', endings: ['u'] },
  ],
  z: [
    // grāmatvedis, grāmatveža; brīdis, brīža; briedis, brieža; ūdeņradis, ūdeņraža
    { after: /(?<=ve|^bri|^brie|udenra)z$/, as: 'd' },
    // piegāde, piegāžu; iestāde, iestāžu; apstrāde, apstrāžu; norāde, norāžu; pārvalde, pārvalžu; pārbaude, pārbaužu; metode, metožu; ķēde, ķēžu
    { after: /(?<=(?:ie|ap|sa)ga|sta|stra|nora|izra|para|val|bau|bil|pil|prie|eto|^ke)z$/, as: 'd', endings: ['u'] },
  ],
}

function withoutComparison(stem: string, definite: boolean): string {
  if (!stem.endsWith('ak') || stem.length < SHORTEST_STEM + 2) return stem
  const compared = stem.slice(0, -2)
  const most = compared.startsWith('vis') && compared.length >= SHORTEST_STEM + 3
  const positive = most ? compared.slice(3) : compared
  return (definite || most || BEFORE_COMPARISON.test(positive)) && !NO_COMPARISON.test(positive) ? positive : stem
}

/** The first ending that leaves enough of the word. */
function endingOf(word: string, endings: Endings): string | undefined {
  return endings[word.slice(-1)]?.find((ending) => {
    if (!word.endsWith(ending)) return false
    const letters = word.length - ending.length
    return letters >= SHORTEST_STEM || SHORT_STEM.test(word.slice(0, letters))
  })
}

function withoutDefiniteEnding(word: string): string | null {
  const ending = endingOf(word, DEFINITE_ENDINGS)
  if (ending === undefined) return null
  const stem = word.slice(0, -ending.length)
  return ending.startsWith('aj') && BEFORE_NOUN_IN_AJ.test(stem) ? null : withoutComparison(stem, true)
}

function withoutEnding(word: string): string {
  const ending = endingOf(word, ENDINGS)
  if (ending === undefined) return word
  const stem = withoutComparison(word.slice(0, -ending.length), false)
  const change = CHANGES[stem.slice(-1)]?.find(({ after, endings }) => (endings?.includes(ending) ?? true) && after.test(stem))
  return change ? stem.replace(change.after, change.as) : stem
}

/** Of a folded word in Latin letters. */
export function latvianStem(word: string): string {
  // labāk, vislabāk: an adverb that compares has no ending after -āk.
  if (word.endsWith('ak')) return withoutComparison(word, true)
  return withoutDefiniteEnding(word) ?? withoutEnding(word)
}
