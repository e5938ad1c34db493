// Text analysis: tokenizer, folding and stemmers. The same for what is indexed and what is typed, and for every engine.

/** Increase it with every change of the analysis: every index is then rebuilt. */
export const ANALYSIS_VERSION = 2

export { languageOf } from './languages.ts'
export { stemsFor, stemsOf, tokensOf } from './tokenizer.ts'
export { queryWords, type QueryWord } from './query-words.ts'
export { respelled } from './latvian-without-marks.ts'
export { russianFromLatin } from './latin-russian.ts'
