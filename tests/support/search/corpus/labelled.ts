// Sixty queries as people type them, each with what is right: the same that the measurements of July 2026 were made with.
import type { CorpusLanguage } from './vacancies.ts'

type QueryKind = 'exact' | 'inflected' | 'nodia' | 'typo' | 'ru' | 'en'

/** Right is a vacancy of one of these occupations, in this language and, where a town is named, in that town. */
export type LabelledQuery = {
  words: string
  kind: QueryKind
  occupations: readonly string[]
  language: CorpusLanguage
  town: string | null
}

type Row = readonly [words: string, kind: QueryKind, occupation: string, language: CorpusLanguage, town?: string]

const ROWS: readonly Row[] = [
  ['galdnieks', 'exact', 'carpenter', 'lv'],
  ['grāmatvedis', 'exact', 'accountant', 'lv'],
  ['metinātājs', 'exact', 'welder', 'lv'],
  ['šuvēja', 'exact', 'seamstress', 'lv'],
  ['autobusa vadītājs', 'exact', 'bus_driver', 'lv'],
  ['бухгалтер', 'exact', 'accountant', 'ru'],
  ['software developer', 'exact', 'programmer', 'en'],
  ['elektriķis rīgā', 'exact', 'electrician', 'lv', 'Rīga'],
  ['galdnieka', 'inflected', 'carpenter', 'lv'],
  ['galdniekam', 'inflected', 'carpenter', 'lv'],
  ['darbs galdniekiem', 'inflected', 'carpenter', 'lv'],
  ['grāmatvedim', 'inflected', 'accountant', 'lv'],
  ['metinātāju', 'inflected', 'welder', 'lv'],
  ['pavārus', 'inflected', 'cook', 'lv'],
  ['šuvējām', 'inflected', 'seamstress', 'lv'],
  ['programmētājiem', 'inflected', 'programmer', 'lv'],
  ['apkopējas', 'inflected', 'cleaner', 'lv'],
  ['viesmīļus', 'inflected', 'waiter', 'lv'],
  ['skolotājai', 'inflected', 'teacher', 'lv'],
  ['kravas automašīnas vadītājam', 'inflected', 'truck_driver', 'lv'],
  ['būvinženierus', 'inflected', 'civil_eng', 'lv'],
  ['farmaceitam valmierā', 'inflected', 'pharmacist', 'lv', 'Valmiera'],
  ['gramatvedis', 'nodia', 'accountant', 'lv'],
  ['suveja', 'nodia', 'seamstress', 'lv'],
  ['metinatajs', 'nodia', 'welder', 'lv'],
  ['susana', 'nodia', 'seamstress', 'lv'],
  ['pavars liepaja', 'nodia', 'cook', 'lv', 'Liepāja'],
  ['elektrikis', 'nodia', 'electrician', 'lv'],
  ['automehanikis', 'nodia', 'mechanic', 'lv'],
  ['zobarsts', 'nodia', 'dentist', 'lv'],
  ['programmetaju', 'nodia', 'programmer', 'lv'],
  ['maksliga vieta setnieks', 'nodia', 'janitor', 'lv'],
  ['viesmilis jurmala', 'nodia', 'waiter', 'lv', 'Jūrmala'],
  ['gramatveza', 'nodia', 'accountant', 'lv'],
  ['galdneks', 'typo', 'carpenter', 'lv'],
  ['metinatjs', 'typo', 'welder', 'lv'],
  ['grāmatvdis', 'typo', 'accountant', 'lv'],
  ['programētājs', 'typo', 'programmer', 'lv'],
  ['pardevejs konsultnts', 'typo', 'consultant', 'lv'],
  ['elektirkis', 'typo', 'electrician', 'lv'],
  ['santehnkis', 'typo', 'plumber', 'lv'],
  ['apkopeija', 'typo', 'cleaner', 'lv'],
  ['frizeiris', 'typo', 'hairdresser', 'lv'],
  ['friziers rigaa', 'typo', 'hairdresser', 'lv', 'Rīga'],
  ['skolotjas', 'typo', 'teacher', 'lv'],
  ['fizoterapeits', 'typo', 'physio', 'lv'],
  ['konditrs', 'typo', 'confectioner', 'lv'],
  ['skolotajs daugavpilii', 'typo', 'teacher', 'lv', 'Daugavpils'],
  ['бухгалтера', 'ru', 'accountant', 'ru'],
  ['сварщиков', 'ru', 'welder', 'ru'],
  ['водителем автобуса', 'ru', 'bus_driver', 'ru'],
  ['бугалтер', 'ru', 'accountant', 'ru'],
  ['электирк', 'ru', 'electrician', 'ru'],
  ['швеи', 'ru', 'seamstress', 'ru'],
  ['актер', 'ru', 'actor', 'ru'],
  ['программиста в риге', 'ru', 'programmer', 'ru', 'Rīga'],
  ['nurses', 'en', 'nurse', 'en'],
  ['acountant', 'en', 'accountant', 'en'],
  ['forklift operators', 'en', 'forklift', 'en'],
  ['electrican riga', 'en', 'electrician', 'en', 'Rīga'],
]

export const LABELLED: readonly LabelledQuery[] = ROWS.map(([words, kind, occupation, language, town]) => ({
  words,
  kind,
  occupations: [occupation],
  language,
  town: town ?? null,
}))
