// Takes e-mails, phone numbers, personal codes and contact people out of a text, and the words that led up to them.

/** Stands where something was taken out, until its surroundings are tidied. */
const GONE = '\u0001'

const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}\s?(?:@|\(at\)|\[at\]|\(@\)|\[@\])\s?(?:[\p{L}\p{N}-]{1,63}\s?\.){1,5}\p{L}{2,20}/giu
const MAIL_LINK = /(?<!\p{L})(?:mailto|tel|sms|callto):\S+/giu
/** With its dash, or eleven digits that begin like a birthday or the `32…` codes given since 2017; registration numbers begin otherwise. */
const PERSONAL_CODE = /(?<![\d-])(?:\d{6}\s?[-–]\s?\d{5}|(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}|3[2-9]\d{4})\d{5})(?![\d-])/gu

/** What a number is followed by when it is money after all. */
const NOT_MONEY = '(?!\\s*(?:EUR|eiro|€|euro|евро))'
const LABEL =
  '(?:tālr(?:unis|uni|uņa|uņi|uņiem)?|talr(?:unis|uni)?|telefon(?:s|u|a|iem)?|tel|mob(?:ilais|\\.?\\s?tālr)?|t|phone|whatsapp|viber|тел(?:ефон)?|моб)'
const LABELLED_PHONE = new RegExp(
  `(?<!\\p{L})${LABEL}(?!\\p{L}) ?[.:]{0,2} ?(?:nr ?[.:]? ?)?[:–-]? ?(?:\\(?\\+?371\\)?[ -]{0,2})?(?:[ ()./–-]{0,2}\\d){6,8}(?!\\d)${NOT_MONEY}`,
  'giu',
)
const ABROAD_PHONE = new RegExp(
  `(?<![\\p{L}\\d])(?:\\(?(?:\\+|00)\\s?[1-9]\\d{0,2}\\)?)(?:[ ().–-]{0,2}\\d){7,11}(?!\\d)${NOT_MONEY}`,
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
  /((?:zvan|pieteik|piesak|kontakt|звон)[^\n\d]{0,40})(?!\d{1,2}\.\d{1,2}\.\d{4})(?:[26]\d{3}\s?[-–]\s?\d{4}|[268](?:[ .]?\d){7})(?!\d)/giu

const CONTACT_PERSON = /kontaktpersonas?(?:\s+(?:ir|vārds))?\s*[:–-]\s*[^\n;]*|контактное лицо\s*[:–-]\s*[^\n;]*/giu

/** Words that only lead to a contact; the longest run of them before the gap goes with it. */
const LEADING =
  '(?:cv|lai pieteiktos|pieteikum(?:u|us)|motivācijas vēstul(?:i|es)|lūdzam|lūgums|lūdzu|aicinām|sūtīt|sūti|sūtiet|nosūtīt|nosūtiet|iesūtīt|iesniegt|rakstīt|raksti|rakstiet|zvanīt|zvani|zvaniet|piezvanīt|' +
  'sazināties|sazinies|sazinieties|pieteikties|piesakies|pieteikšanās|interesēties|pa|uz|vai|un|arī|kā|ar|mūsu|e-?past(?:s|u|a|am)|email|e-mail|adres(?:e|i|es)|tālr(?:unis|uni|uņa|uņiem|uņi)?|' +
  'telefon(?:s|u|a|iem)?|tel|mob|numur(?:s|u)|nr|kontakt(?:i|informācija|tālrunis)|sīkāk(?:a|u)?|vairāk|informācij(?:a|u|as)|papildu|whatsapp|viber|звонить|звоните|писать|по|тел|телефону?|на|почту|или|и|' +
  'резюме|отправлять|присылать|call|phone|send|to|or|apply|at)'
const LEAD_UP = new RegExp(`(?:(?<![\\p{L}\\p{N}])${LEADING}(?!\\p{L})\\.?|[\\s(:,;–-])+$`, 'iu')
const NAME_BEFORE = /(?<!\p{L})\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?[\s,:–-]*$/u
const NAME_AFTER = /^\s*(?:\(\p{Lu}[^()\n]{1,40}\)|[–-]\s?\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?(?=[.,;\s]*$))/u
/** "…darba dienās": the end of a sentence whose beginning was the contact. */
const LEFT_OVER = /^\p{Ll}[^.!?\d]{0,40}(?:[.!?]|$)/u
/** How far back the words that lead to a contact are looked for. */
const LOOK_BACK = 160

function joined(kept: string, tail: string): string {
  if (kept === '' || kept === '•') return `${kept} ${tail.replace(/^[\s.,;:–-]+/u, '').replace(LEFT_OVER, '')}`
  if (/[.!?]$/u.test(kept)) return `${kept} ${tail.replace(/^[\s.,;:–-]+/u, '')}`
  return /^[\s.,;:!?]/u.test(tail) ? kept + tail : `${kept} ${tail}`
}

function tidied(line: string): string {
  const [start = '', ...rest] = line.split(GONE)
  return rest.reduce((before, after) => {
    const near = before.slice(-LOOK_BACK).replace(LEAD_UP, '').replace(NAME_BEFORE, '').replace(LEAD_UP, '')
    const tail = after.replace(NAME_AFTER, '').replace(/^[\s)]+(?=[.,;:!?)]|$)|^\)/u, '')
    return joined(before.slice(0, -LOOK_BACK) + near, tail)
  }, start)
}

/** Returns the text without contacts; lines that were nothing else disappear. Sums, dates, times, addresses and registration numbers stay. */
export function withoutContacts(text: string): string {
  const marked = text
    .replaceAll(GONE, '')
    .replace(CONTACT_PERSON, GONE)
    .replace(MAIL_LINK, GONE)
    .replace(EMAIL, GONE)
    .replace(PERSONAL_CODE, GONE)
    .replace(ABROAD_PHONE, GONE)
    .replace(LABELLED_PHONE, GONE)
    .replace(LATVIAN_PHONE, GONE)
    .replace(CALLED_PHONE, `$1${GONE}`)
  if (!marked.includes(GONE)) return text
  return marked
    .split('\n')
    .flatMap((line) => {
      if (!line.includes(GONE)) return [line]
      const clean = tidied(line)
        .replace(/\(\s*\)/gu, '')
        .replace(/[ \t]{2,}/gu, ' ')
        .replace(/[\s,;:(–-]+$/u, '')
        .replace(/ ([.,;:!?])/gu, '$1')
        .trim()
      return /[\p{L}\p{N}]/u.test(clean) ? [clean] : []
    })
    .join('\n')
}
