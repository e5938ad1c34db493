// Takes e-mails, phone numbers, personal codes and contact people out of a text, and the words that led up to them.
import { EMAIL, PERSONAL_CODE, PHONES } from '#app/domain/shared/contact-patterns.ts'

/** Marks where something was taken out, until the text around it is tidied. */
const GONE = '\u0001'

const MAIL_LINK = /(?<!\p{L})(?:mailto|tel|sms|callto):\S+/giu
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
  const patterns = [CONTACT_PERSON, MAIL_LINK, EMAIL, PERSONAL_CODE, ...PHONES]
  const marked = patterns.reduce((rest, pattern) => rest.replace(pattern, GONE), text.replaceAll(GONE, ''))
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
