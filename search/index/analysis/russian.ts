// The stem of a Russian word: Snowball's, and on top of it what job titles need: vowels that come and go, and the woman's name of a trade.
import { stemmer } from '@orama/stemmers/russian'

const CHANGES: readonly (readonly [after: RegExp, as: string])[] = [
  // уборщица is уборщик, работница is работник, as уборщица and уборщик do one job
  [/(?<=..[щчн]и)ц$/, 'к'],
  // продавец, продавца; владелец, владельца; боец, бойца
  [/(?<=..)(?:ец|ьц)$/, 'ц'],
  // участок, участка; упаковка, упаковок; кусочек, кусочка
  [/(?<=..[^аеиоуыэюяйь])[оеь]к$/, 'к'],
  // бармен, агроном: Snowball takes the end of these for an ending, and leaves it in барменом, агронома
  [/(?<=..м)ен$|(?<=..н)ом$/, ''],
  // швея, швей
  [/(?<=..[еа])й$/, ''],
]

/** Of a folded word in Cyrillic letters. */
export function russianStem(word: string): string {
  const stem = stemmer(word)
  for (const [after, as] of CHANGES) if (after.test(stem)) return stem.replace(after, as)
  return stem
}
