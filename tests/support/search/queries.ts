// Queries written by hand over other texts than the made ones: the demo and a made part of the register. Nothing may be fitted to them either.

export const HAND_KINDS = ['case', 'bare', 'typo', 'russian', 'english', 'latin', 'legacy', 'several', 'place', 'everyday'] as const
/**
 * `bare` without marks; `latin` Russian in Latin letters; `legacy` Latvian as typed where a keyboard had no marks; `several` words that are in no
 * title; `place` with a place among the words; `everyday` said otherwise than in any vacancy, so only synonyms meet it.
 */
type HandKind = (typeof HAND_KINDS)[number]

/** Right is a vacancy of one of these occupations (none named: of any) and, where it is named, in this municipality. */
export type HandQuery = { words: string; kind: HandKind; occupations: readonly string[]; municipality: string | null }

type Row = readonly [words: string, occupations: string, municipality?: string]

const ROWS: Readonly<Record<HandKind, readonly Row[]>> = {
  case: [
    ['metinātājiem', '7212'],
    ['zivju apstrādātājam', '7511'],
    ['noliktavas darbiniekus', '4321'],
    ['kurinātāja', '8182'],
    ['elektriķa', '7411'],
    ['slaucējai', '6121'],
    ['jumiķus', '7121'],
    ['autobusu vadītāji', '8331'],
  ],
  bare: [
    ['mezstradnieks', '6210'],
    ['setnieks', '9613'],
    ['fasetaja', '9321'],
    ['aprupetaja', '5321'],
    ['ekskavatora vaditajs', '8342'],
    ['velas mazgatava', '8157'],
    ['kravas automobila vaditajs', '8332'],
  ],
  typo: [
    ['metintājs', '7212'],
    ['noliktvas darbinieks', '4321'],
    ['traktorsits', '8341'],
    ['kasieirs', '5230 5245'],
    ['automehanķis', '7231'],
    ['viesmilsi', '5131'],
    ['buvstradnieeks', '9313'],
    ['santehnkis', '7126'],
  ],
  russian: [
    ['швею', '8153 7533'],
    ['грузчики', '9333'],
    ['водителем погрузчика', '8344'],
    ['крановщика', '8343'],
    ['кочегаром', '8182'],
    ['повара', '5120'],
    ['рабочие на ферму', '9212'],
    ['сантехника', '7126'],
    ['сварщк', '7212'],
  ],
  english: [
    ['cleaners', '9112'],
    ['forklift driver', '8344'],
    ['weldr', '7212'],
    ['lorry drivers', '8332'],
    ['kitchen helper', '9412'],
  ],
  latin: [
    ['svarshik', '7212'],
    ['gruzchik', '9333'],
    ['voditel gruzovika', '8332'],
    ['povar', '5120'],
    ['uborshchik', '9112'],
  ],
  legacy: [
    ['shuveejs', '8153 7533'],
    ['metinaataajs', '7212'],
    ['mezhstraadnieks', '6210'],
    ['kraaveejs', '9333'],
    ['jumikjis', '7121'],
  ],
  several: [
    ['CE kategorija', '8332'],
    ['darbs ar motorzāģi', '6210'],
    ['zivju filēšana', '7511'],
    ['dēļu šķirošana', '8172 9329'],
    ['govju slaukšana', '6121'],
    ['preču izlikšana veikalā', '5223 9334 5230'],
  ],
  place: [
    ['pavārs liepājā', '5120', 'liepaja'],
    ['metinatajs ventspili', '7212', 'ventspils'],
    ['darbs saldū', '', 'saldus'],
    ['apkopeja liepaja', '9112', 'liepaja'],
    ['mežstrādnieks dundagā', '6210', 'talsi'],
    ['setnieku tukuma', '9613', 'tukums'],
    ['galdnieks kandavā', '7115', 'tukums'],
  ],
  everyday: [
    ['šoferis', '8322 8331 8332'],
    ['soferi liepaja', '8322 8331 8332', 'liepaja'],
    ['celtnieks', '9313 7111 7112 7114'],
    ['pakotājs', '9321'],
    ['уборщица', '9112'],
    ['sargs', '5414'],
  ],
}

export const HAND_QUERIES: readonly HandQuery[] = HAND_KINDS.flatMap((kind) =>
  ROWS[kind].map(([words, occupations, municipality]) => ({
    words,
    kind,
    occupations: occupations === '' ? [] : occupations.split(' '),
    municipality: municipality ?? null,
  })),
)
