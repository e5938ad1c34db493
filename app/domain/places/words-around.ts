// What people write around the name of a place: "pie Liepājas", "в г. Лиепая", "Liepājas pilsēta", "Rīga, Latvija".

/** No name is longer, and the patterns are slow on a text that goes on and on. */
export const LONGEST_NAME = 120

const BEFORE =
  /^(?:(?:in|near|at|around|from|pie|no|uz|ap|līdz|lidz|во?|из|около|возле|под|до|город\p{L}{0,2}|гор|pilsētā|pilseta)\s+|(?:г|гор)\.\s*)/iu
const CITY_WORD =
  /\s+(?:pils\.?|pilsēt(?:a|as|ā|ai|u)|valstspilsēt(?:a|as|ā|ai|u)|pilset(?:a|as|ai|u)|valstspilset(?:a|as|ai|u)|ciem(?:s|a|ā|u))$/iu
const SURROUNDINGS = /\s+(?:apkārtn|apkartn|tuvum|apkaim)\p{L}{0,3}$/iu

/** The name alone: words before it ("in", "pie", "в") and after it ("pilsēta", "apkārtnē") and a full stop taken off. Keeps "novads" and "pagasts". */
export function bareName(text: string): string {
  let name = text.trim().replace(/[.,;]+$/u, '')
  // "в г. Лиепая" has two.
  for (const _ of [1, 2]) name = name.replace(BEFORE, '').trim()
  return name.replace(SURROUNDINGS, '').replace(CITY_WORD, '').trim()
}
