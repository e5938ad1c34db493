// How people write a contact so that it is not seen as one. Enough to warn an author; too loose to take anything out of what is imported.
// Every repetition is bounded.

const MARK = '[([{<*_|/"“”„\'‘’–-]{1,2}'
const AT = `(?:@|${MARK} ?(?:@|[aä]t|et|собака|эт) ?(?:[)\\]}>]|${MARK}){1,2}|(?<= )собака(?= ))`
const DOT = '(?:\\.|[([{] ?(?:\\.|dot|punkts|точка) ?[)\\]}]|(?<= )(?:dot|punkts|точка|тчк)(?= ))'
const NAME = '(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}'
const HOST = `(?:[\\p{L}\\p{N}-]{1,63} {0,3}${DOT} {0,3}){1,8}`
const KNOWN_END = '(?:lv|lt|ee|eu|com|net|org|info|ru|by|ua|pl|de|uk|io|no|se|fi|example|test|лв|ру|ком)(?![\\p{L}\\p{N}])'
/** "darbs (at) piemers . lv", "anna собака piemers точка lv". */
const EMAIL_WITH_SIGN = new RegExp(`${NAME} {0,3}${AT} {0,3}${HOST}\\p{L}{2,24}`, 'giu')
/** "darbs at piemers dot lv": so many sentences have an "at" that the end must be one of an address. */
const EMAIL_IN_WORDS = new RegExp(
  `${NAME} {1,3}(?:at|et|ат) {1,3}(?:[\\p{L}\\p{N}-]{1,63}(?:\\.| {1,3}(?:\\.|dot|punkts|точка) {1,3})){1,8}${KNOWN_END}`,
  'giu',
)
/** "anna@piemers,lv", "a n n a @ p i e m e r s . l v". */
const EMAIL_WITHOUT_DOT = new RegExp(`${NAME} ?@ ?[\\p{L}\\p{N}-]{1,63}[ ,]{1,2}${KNOWN_END}`, 'giu')
const EMAIL_ONE_BY_ONE = /(?<![\p{L}\p{N}._-])(?:[\p{L}\p{N}._-] ){1,40}@(?: [\p{L}\p{N}._-]){3,40}/gu
export const DISGUISED_EMAILS = [EMAIL_WITH_SIGN, EMAIL_IN_WORDS, EMAIL_WITHOUT_DOT, EMAIL_ONE_BY_ONE] as const

const NOT_MONEY = '(?!\\s{0,3}(?:EUR|eiro|€|euro|евро|evro|USD|\\$))'
const NOT_AFTER_NUMBER = '(?<![\\p{L}\\d])(?<!\\d[ .,:/–-])'
const NOT_BEFORE_NUMBER = `(?!\\d)(?![.,:/–-]\\d)${NOT_MONEY}`
/** A day, a time or a sum of millions. */
const NO_PHONE = [
  '\\d{1,2}[./ -]{1,2}\\d{1,2}[./ -]{1,2}(?:19|20)\\d\\d(?!\\d)',
  '(?:19|20)\\d\\d[./ -](?:0\\d|1[0-2])[./ -][0-3]\\d(?!\\d)',
  '\\d{1,2}\\.\\d\\d ?[/–-] ?\\d{1,2}\\.\\d\\d(?!\\d)',
  '\\d{1,2}(?:[ .,]000){2}',
  '\\d{1,2}\\. \\d{1,2}\\. ',
  '\\d{1,2}\\.\\d{1,2}\\. ?[–-]',
]
const COUNTRY = '(?:(?:\\+|00)? ?\\(?\\+?371\\)?[ .,*_/–-]{0,3})?'
const SPACE = '[ .*_/·–-]{1,3}'
/** Groups of eight digits after the first one, apart from those that are ranges of pay. */
const GROUPS = [
  `\\d${SPACE}\\d{3}${SPACE}\\d{3}`,
  `\\d{2}${SPACE}\\d{2}${SPACE}\\d{3}`,
  `\\d{2}${SPACE}\\d{3}${SPACE}\\d{2}`,
  `\\d${SPACE}\\d{2}${SPACE}\\d{2}${SPACE}\\d{2}`,
  `\\d${SPACE}\\d{6}`,
  '\\d\\) ?\\d{3} ?\\d{3}',
  '\\d{3}[ .*_·]\\d{4}',
  '\\d{3}[ .*_·]\\d{2}[ .*_·]\\d{2}',
  `(?:${SPACE}\\d){7}`,
]
const LOOSE_PHONE = new RegExp(
  `${NOT_AFTER_NUMBER}(?!${NO_PHONE.join('|')})${COUNTRY}\\(?[2678](?:${GROUPS.join('|')})${NOT_BEFORE_NUMBER}`,
  'giu',
)
const DIGIT_WORDS = [
  'nulle|viens?|divi|tris|trīs|cetri|četri|pieci|sesi|seši|septini|septiņi|astoni|astoņi|devini|deviņi',
  'ноль|нуль|один|два|три|четыре|пять|шесть|семь|восемь|девять',
  'zero|one|two|three|four|five|six|seven|eight|nine',
].join('|')
const PHONE_IN_WORDS = new RegExp(`(?<!\\p{L})(?:(?:${DIGIT_WORDS})[ ,.-]{1,2}){6,15}(?:${DIGIT_WORDS})(?!\\p{L})`, 'giu')
export const DISGUISED_PHONES = [LOOSE_PHONE, PHONE_IN_WORDS] as const

const MESSENGER = '(?:telegram|tg|instagram|insta|whatsapp|viber|skype|discord|телеграм\\p{L}{0,2}|тг|инстаграм\\p{L}{0,2}|инста)'
const SITE =
  '(?:(?:t|wa|m|telegram|signal|viber)\\.me|(?:chat|api)\\.whatsapp\\.com|(?:facebook|fb|instagram|vk|ok|tiktok|linkedin|draugiem|discord)\\.(?:com|ru|lv|gg))'
/** Ways past the board that are no number: "t.me/anna", "telegram: @anna". */
export const MESSENGERS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${SITE}/(?!\\+?\\d)[^\\s/]{2,64}|(?:tg|viber|whatsapp|skype)://?\\S{1,64}|${MESSENGER}[ :–-]{0,3}@\\w{3,32})`,
  'giu',
)

/** The dash replaced, the day apart, digits one by one: "010190/12345", "01.01.90-12345", "0 1 0 1 9 0 - 1 2 3 4 5". */
const ONE = '[ ._*/–-]{1,3}'
const codeWith = (apart: string, dash: string, digit: string, century = '') =>
  `(?:(?:0${digit}[1-9]|[12]${digit}\\d|3${digit}[01])${apart}(?:0${digit}[1-9]|1${digit}[0-2])${apart}|3${digit}2${digit}\\d${digit}\\d${digit})` +
  `${century}\\d${digit}\\d${dash}\\d(?:${digit}\\d){4}`
const CODES = [codeWith('[ ._/-]?', ' ?[._*/:–-] ?', '', '(?:19|20)?'), codeWith(' ', ' ', ''), codeWith(ONE, ONE, ONE)]
export const DISGUISED_PERSONAL_CODE = new RegExp(
  `(?<![\\d+])(?<!\\d[ .,/–-])(?:${CODES.join('|')})(?!\\d)(?![ .,/–-]\\d)${NOT_MONEY}`,
  'giu',
)
