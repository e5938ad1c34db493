// How e-mail addresses, phone numbers and Latvian personal codes are written: alone in the field that asks for one, and amid a text, to warn its
// author or to take them out of what is imported.
// Every repetition is bounded, so that no text keeps a pattern busy.

/** The whole of it is one address. */
export function isEmail(typed: string): boolean {
  return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/.test(typed)
}

/** The whole of it is one phone number, of any country; a personal code is none. */
export function isPhone(typed: string): boolean {
  return /^(?!\d{6}-\d{5}$)\+?[\d\s()-]{8,20}$/.test(typed)
}

/** Amid a text. Also disguised ("anna (at) piemers . lv"). */
export const EMAIL = /[\p{L}\p{N}._%+-]{1,64}\s?(?:@|\(at\)|\[at\]|\(@\)|\[@\])\s?(?:[\p{L}\p{N}-]{1,63}\s?\.){1,8}\p{L}{2,24}/giu

/**
 * Eleven digits that begin with a day and a month of birth, or with the `32…` given since 2017; registration numbers begin otherwise, and 370, 371
 * and 372 are countries to call. With a dash, whatever they begin with.
 */
export const PERSONAL_CODE =
  /(?<![\d+])(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}|3(?!7[0-2])[2-9]\d{4})\s?[-–]?\s?\d{5}(?!\d)|(?<![\d-])\d{6}\s?[-–]\s?\d{5}(?![\d-])/gu

const NOT_MONEY = '(?!\\s*(?:EUR|eiro|€|euro|евро))'
const LABEL =
  '(?:tālr(?:unis|uni|uņa|uņi|uņiem)?|talr(?:unis|uni)?|telefon(?:s|u|a|iem)?|tel|mob(?:ilais|\\.?\\s?tālr)?|t|phone|whatsapp|viber|тел(?:ефон)?|моб)'
const LABELLED_PHONE = new RegExp(
  `(?<!\\p{L})${LABEL}(?!\\p{L}) ?[.:]{0,2} ?(?:nr ?[.:]? ?)?[:–-]? ?(?:\\(?\\+?371\\)?[ -]{0,2})?(?:[ ()./–-]{0,2}\\d){6,8}(?!\\d)${NOT_MONEY}`,
  'giu',
)
const PHONE_ABROAD = new RegExp(
  `\\(?(?:\\+|(?<![\\p{L}\\d.,:])00)\\s?[1-9]\\d{0,2}\\)?(?:[\\s().–-]{0,2}\\d){7,12}(?!\\d)${NOT_MONEY}`,
  'gu',
)
/** Eight digits from 2, 6, 7 or 8 in the groups people use; "2000-2500", "20.08.2026" and longer numbers are something else. */
const GROUPS = [
  '\\d{7}',
  '[ -]\\d{7}',
  '\\d{3} \\d{4}',
  '\\d[ -]\\d{3}[ -]\\d{3}',
  '\\d{2}[ -]\\d{2}[ -]\\d{3}',
  '\\d{2}[ -]\\d{3}[ -]\\d{2}',
  '\\d \\d{6}',
  '\\d[ -]\\d{2}[ -]\\d{2}[ -]\\d{2}',
  '\\d\\.\\d{2}\\.\\d{2}\\.\\d{2}',
]
const ONE_PHONE = `(?:\\(?37[0-2]\\)?[ -]?)?[2678](?:${GROUPS.join('|')})(?!\\d)(?!\\.\\d)(?!,\\d{1,2}(?!\\d))`
const LATVIAN_PHONE = new RegExp(`(?<![\\p{L}\\d])(?<!\\d[ .,-])${ONE_PHONE}(?:[ ,;/]{1,3}${ONE_PHONE})*${NOT_MONEY}`, 'gu')
/** "2912-3456" would be a range of pay if nobody spoke of calling; after such a word any grouping is a number, unless it is a day. */
const CALLED_PHONE =
  /(?=[268])(?<=(?:zvan|pieteik|piesak|kontakt|звон)[^\n\d]{0,40})(?!\d{1,2}\.\d{1,2}\.\d{4})(?:[26]\d{3}\s?[-–]\s?\d{4}|[268](?:[ .]?\d){7})(?!\d)/giu

/** What is surely a phone number. Looked for in this order, each in what the one before has left. */
export const PHONES = [PHONE_ABROAD, LABELLED_PHONE, LATVIAN_PHONE, CALLED_PHONE] as const

/**
 * Eight digits in any grouping, but no day (2026-12-20, 20-12-2026), no range of money (2000-2500) and no sum (25 000 000): enough to warn an
 * author, who knows, and too little to take them out.
 */
export const PERHAPS_PHONE = new RegExp(
  '(?<![\\d-])(?!\\d{4}-\\d{2}-\\d{2}(?!\\d))(?!\\d{1,2}[-\\s]\\d{1,2}[-\\s](?:19|20)\\d{2}(?!\\d))(?!\\d{4}[-–]\\d{4}(?!\\d))(?!\\d{2}(?:\\s000){2})' +
    `(?:\\+?\\s?371[\\s-]?)?[268]\\d(?:[\\s-]?\\d){6}(?![\\d-])${NOT_MONEY}`,
  'gu',
)
