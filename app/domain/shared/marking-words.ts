// Words that mark a person by their past, and words that name prisons: in Latvian, Russian and English, with what people put before and after them.
// Stems are written as `fold` leaves them. Every repetition is bounded.

/** Unmistakable wherever they stand in a word: "nenotiesāts", "eksnotiesātais", "несудимость". */
const PAST_ANYWHERE = [
  'notiesa',
  'sodit',
  'sodamib',
  'ieslodzit',
  'kriminal(?!ist|roman|film|tiesib|polic|zin)',
  'noziedz',
  'nozieg',
  'likumparkap',
  'apcietina',
  'судимост',
  'осужд[её]н',
  'преступ(?:н|л)',
  'правонаруш',
  'уголовн(?!\\p{L}{2,3} (?:прав|процесс|кодекс))',
  'уголовник',
  'рецидивист',
  'convict',
  'offend(?:er|ing)',
  'incarcerat',
  'imprison',
] as const

/** These only begin a word, or follow one of the prefixes. */
const PAST_AT_START = [
  'tiesat',
  'apsudz',
  'aizdomas turet',
  'probacij',
  'vpd(?!\\p{L})',
  'resocializ',
  'recidivist',
  'arest(?:ant|et)',
  'zek(?:s|i|iem|us|am|a)(?!\\p{L})',
  'atsedej(?:is|us)',
  'sodu registr',
  'bez sodiem',
  'soda izcies',
  'izci(?:et|es)\\p{L}{0,6} (?:\\p{L}{1,20} )?sod',
  'briviba?[su] (?:atnem|ierobez)',
  'atnemt\\p{L}{0,6} briviba',
  'pirms ?termina atbrivo',
  'elektronisk\\p{L}{1,4} (?:uzraudz|aproc)',
  'ar (?:(?:sarezgit|grut|smag|tums)\\p{L}{1,4} )?pagatni(?!\\p{L})',
  'amnest',
  'судим(?:ый|ого|ому|ым|ом|ая|ой|ую|ые|ых|ыми|ы|а)?(?!\\p{L})',
  'заключ[её]?нн(?:ый|ые|ых|ого|ым|ыми|ому)(?!\\p{L}| (?:договор|контракт|трудов|соглаш))',
  'криминал(?!ист)',
  'з[эе]к(?:а|и|ов|ам|ами|ах|у|ом)?(?!\\p{L})',
  'отсид(?:ел|ев)',
  'сидевш',
  'отбы\\p{L}{1,8} (?:\\p{L}{1,20} )?(?:наказ|срок)',
  'срок\\p{L}{0,3} (?:наказ|заключ)',
  'лишен\\p{L}{1,4} свобод',
  'условно ?-?досрочн',
  'по удо(?!\\p{L})',
  'пробац',
  'ресоциализ',
  'арест',
  'амнист',
  'под следстви',
  'электронн\\p{L}{1,3} браслет',
  '(?:темн|тяжел|непрост|криминальн)\\p{L}{1,3} прошл',
  'inmate',
  'felon(?:s|y|ies)?(?!\\p{L})',
  'prisoner',
  'criminal(?!ist)',
  'con(?:s)?(?!\\p{L})(?<=ex[- ]?cons?)',
  'parole',
  'probationer',
  'probation (?:officer|service|order|client|program)',
  '(?:on|under) probation(?! period)',
  'sentenced',
  'serv(?:e|ed|ing) (?:\\p{L}{1,12} ){0,2}(?:sentence|jail)',
  '(?:served|serving|did|done) time(?! to)',
  'offen[cs]es?(?!\\p{L})',
  'crimes?(?!\\p{L})',
  'law-?breaker',
  'jailbird',
  'behind bars',
  'arrested',
  '(?:police|clean) record',
  'justice-?involved',
  // Russian in Latin letters.
  'sudim(?:ost|y|i|a)',
  'osuzh?d[ei]n',
  'ugolovn',
  'zakl[yj]?uchenn',
] as const

const PRISON_AT_START = [
  'cietum(?!iz)',
  'central ?-?cietum',
  'ieslodzijum(?:a viet)?',
  'ievp(?!\\p{L})',
  '(?<!pirmsskolas )audzinasanas iestad',
  'тюрьм',
  'тюрем',
  'турм(?:а|е|у|ы|ой)(?!\\p{L})',
  'колони\\p{L}{1,3} (?:строгого|общего|особого) режима',
  '(?:колони|зон)\\p{L}{1,3}[ -]поселен',
  'исправительн\\p{L}{1,3} (?:колони|учрежд|дом)',
  'мест\\p{L}{0,3} (?:заключени|лишени)',
  'следственн\\p{L}{1,3} изолятор',
  'сизо(?!\\p{L})',
  'prison(?!er)',
  'jail(?!bird)',
  'gaol',
  'penitentiar',
  'correctional (?:facilit|institut|cent)',
  'detention (?:facilit|cent)',
  't[yj]urm',
  't[yj]ur[e’]m',
] as const

/** What denies a word or puts it into the past, in front of its stem. */
const PREFIX = '(?:ne|eks ?-?|ex[- ]?|non[- ]?|un|не ?|экс[- ]?)?'
/** As many letters as the longest compound has before its stem. */
const MOST_BEFORE = 16

const START = '(?<![\\p{L}\\p{N}])'
const END = '\\p{L}{0,30}'

export const PRISON_WORDS = new RegExp(`${START}${PREFIX}(?:${PRISON_AT_START.join('|')})${END}`, 'gu')
export const PAST_WORDS = new RegExp(
  `${START}(?:${PREFIX}(?:${PAST_AT_START.join('|')})|\\p{L}{0,${MOST_BEFORE}}?(?:${PAST_ANYWHERE.join('|')}))${END}`,
  'gu',
)
