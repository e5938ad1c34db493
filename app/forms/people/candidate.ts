// A person's own forms: the code, the card and the PIN as people type them, and what they say about what is stored.
import { z } from 'zod'
import { normaliseCardSecret } from '#app/domain/people/access-card.ts'
import { normaliseCode } from '#app/domain/people/candidate.ts'
import { isSimplePin, PIN_PATTERN } from '#app/domain/people/pin.ts'
import { checkbox, secret, text } from '../fields.ts'
import { problem } from '../parse-form.ts'

const CYRILLIC = 'АВЕКМНРСТУХ'
const LATIN = 'ABEKMHPCTYX'

/** A Russian keyboard writes the same letters with other signs. */
function latin(typed: string): string {
  return typed.toUpperCase().replace(/[АВЕКМНРСТУХ]/g, (letter) => LATIN[CYRILLIC.indexOf(letter)] ?? letter)
}

const DEMO_CODE = /^\s*K?[\s-]*DEMO[\s-]*11\s*$/

function readCode(typed: string): string | null {
  const code = latin(typed)
  // The demo's own person has a code that nobody else can have.
  return DEMO_CODE.test(code) ? 'K-DEMO-11' : normaliseCode(code)
}

const code = text({ max: 30 })
  .pipe(z.string().refine((typed) => readCode(typed) !== null, problem('notCode')))
  .transform((typed) => readCode(typed) ?? '')

const cardNumber = text({ max: 30 })
  .pipe(z.string().refine((typed) => normaliseCardSecret(latin(typed)) !== null, problem('wrongCard')))
  .transform((typed) => normaliseCardSecret(latin(typed)) ?? '')

const pin = secret({ max: 20 })
  .transform((typed) => typed.replace(/\s/g, ''))
  .pipe(z.string().regex(PIN_PATTERN, problem('pinShape')))

export const candidateSignIn = z.object({ code, pin })

/** `number` is the card's secret: printed on paper and good for this one form, it is kept when only the PIN has to be typed again. */
export const firstPin = z
  .object({ code, number: cardNumber, pin: pin.refine((typed) => !isSimplePin(typed), problem('pinSimple')), pinAgain: pin })
  .refine((typed) => typed.pin === typed.pinAgain, { path: ['pinAgain'], message: problem('pinSame') })

export const ownCorrection = z.object({ text: text({ max: 1000 }) })
export const leaving = z.object({ sure: checkbox.refine((ticked) => ticked, problem('tickFirst')) })
