// How text becomes words that meet: folded, split, endings off. The same for what is indexed and what is typed, and for every engine.

/** Any change to what comes out of here takes the next number: every index is then built anew. */
export const ANALYSIS_VERSION = 2

export { languageOf, type TextLanguage } from './languages.ts'
export { stemsFor, stemsOf, tokensOf, type Token } from './tokenizer.ts'
export { queryWords, type QueryWord } from './query-words.ts'
export { respelled } from './latvian-without-marks.ts'
export { russianFromLatin } from './latin-russian.ts'
