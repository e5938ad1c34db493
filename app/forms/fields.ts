// The kinds of fields, each with its problems. Forms are built from these; a route never sees zod.
import { z } from 'zod'
import { isEmail, isPhone } from '#app/domain/shared/contact-patterns.ts'
import { isDay, type Day } from '#app/domain/shared/day.ts'
import { problem, type Problem } from './parse-form.ts'

/** A repeated field where one is meant: the last one counts, as a browser's own forms do. */
const one = z.preprocess((value): unknown => (Array.isArray(value) ? value.at(-1) : value), z.string().default(''))
const many = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string()))

export type TextOptions = { max?: number; min?: number }

export function text({ max = 200, min = 1 }: TextOptions = {}) {
  return one
    .transform((typed) => typed.trim())
    .pipe(
      z
        .string()
        .min(1, problem('required'))
        .min(min, problem('tooShort', { count: min }))
        .max(max, problem('tooLong', { count: max })),
    )
}

/** Empty text is ''. */
export function optionalText({ max = 200 }: { max?: number } = {}) {
  return one.transform((typed) => typed.trim()).pipe(z.string().max(max, problem('tooLong', { count: max })))
}

/** The cursor at which a page of a list begins, as the page before it gave it; '' is the first page. Its content is read by db/store/keyset.ts. */
export const listCursor = optionalText({ max: 2000 }).catch('')

/** As typed, spaces and all: passwords. */
export function secret({ min = 1, max = 200, short = 'required' }: { min?: number; max?: number; short?: Problem } = {}) {
  return one.pipe(
    z
      .string()
      .min(1, problem('required'))
      .min(min, short)
      .max(max, problem('tooLong', { count: max })),
  )
}

export function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return one.pipe(z.enum(values, problem('choose')))
}

/** '' or anything else that is no choice becomes null only when it is empty. */
export function optionalChoice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return one.transform((typed) => (typed === '' ? null : typed)).pipe(z.enum(values, problem('choose')).nullable())
}

/** A choice among numbers; null when none is chosen. */
export function optionalNumberOf<const Value extends number>(values: readonly Value[]) {
  return one.transform((typed, context) => {
    const chosen = values.find((value) => String(value) === typed)
    if (chosen === undefined && typed !== '') context.addIssue({ code: 'custom', message: problem('choose') })
    return chosen ?? null
  })
}

/** Check boxes or a multiple select; each value at most once. */
export function choices<const Values extends readonly [string, ...string[]]>(values: Values) {
  return many.transform((typed) => [...new Set(typed.filter((value) => value !== ''))]).pipe(z.array(z.enum(values, problem('choose'))))
}

/** A check box: on when it is sent. */
export const checkbox = one.transform((typed) => typed === 'on' || typed === 'yes' || typed === 'true')

const digits = (typed: string) => typed.replace(/[\s\u00a0]/g, '')

export function optionalWhole({ min, max }: { min: number; max: number }) {
  return one
    .transform((typed) => digits(typed))
    .pipe(
      z
        .string()
        .regex(/^-?\d{0,9}$/, problem('notWhole'))
        .transform((typed) => (typed === '' ? null : Number(typed)))
        .pipe(z.number().min(min, problem('tooSmall', { min })).max(max, problem('tooBig', { max })).nullable()),
    )
}

export function whole(range: { min: number; max: number }) {
  return optionalWhole(range).refine((value) => value !== null, problem('required'))
}

const MOST_CENTS = 10_000_000

/** Euros as people write them ("1 200,50"), as cents; '' is null. */
export const optionalMoney = one
  .transform((typed) =>
    digits(typed)
      .replace(/(eur|€)$/i, '')
      .replace(',', '.'),
  )
  .pipe(
    z
      .string()
      .regex(/^(\d{1,9}(\.\d{1,2})?)?$/, problem('notMoney'))
      .transform((typed) => (typed === '' ? null : Math.round(Number(typed) * 100)))
      .pipe(
        z
          .number()
          .max(MOST_CENTS, problem('tooBig', { max: MOST_CENTS / 100 }))
          .nullable(),
      ),
  )

/** Takes what is empty as well. */
export const emptyOr = (check: (typed: string) => boolean) => (typed: string) => typed === '' || check(typed)

/** `YYYY-MM-DD` of a date field, or "31.12.2026" as people type it; '' is null. */
export const optionalDay = one
  .transform((typed): Day => {
    const [, date, month, year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\.?$/.exec(typed.trim()) ?? []
    return date && month && year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : typed.trim()
  })
  .pipe(
    z
      .string()
      .refine(emptyOr(isDay), problem('notDay'))
      .transform((typed) => (typed === '' ? null : typed)),
  )

export const day = optionalDay.refine((value) => value !== null, problem('required'))

/** `HH:MM`. */
export const time = text({ max: 5 }).pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: problem('notTime'), abort: true }))

/** `YYYY-MM`; '' is null. */
export const optionalMonth = one
  .transform((typed) => typed.trim())
  .pipe(
    z
      .string()
      .refine((typed) => typed === '' || isDay(`${typed}-01`), problem('notDay'))
      .transform((typed) => (typed === '' ? null : typed)),
  )

export const email = text({ max: 254 })
  .transform((typed) => typed.toLowerCase())
  .pipe(z.string().refine(isEmail, problem('notEmail')))

export const phone = text({ max: 30 }).pipe(z.string().refine(isPhone, problem('notPhone')))

export const optionalEmail = optionalText({ max: 254 })
  .transform((typed) => typed.toLowerCase())
  .pipe(z.string().refine(emptyOr(isEmail), problem('notEmail')))

export const optionalPhone = optionalText({ max: 30 }).pipe(z.string().refine(emptyOr(isPhone), problem('notPhone')))

/** A company's number in the Enterprise Register: 11 digits. */
export const registrationNo = text({ max: 20 })
  .transform((typed) => digits(typed).replace(/^LV/i, ''))
  .pipe(z.string().regex(/^[459]\d{10}$/, problem('notRegistrationNo')))

/** The version the page was made from; whoever saves over a newer one is warned. */
export const version = one.transform((typed) => (/^\d{1,9}$/.test(typed) ? Number(typed) : 0))

/** A moment that the page was made from, as it was sent; 0 for anything else, which is nobody's. */
export const instant = one.transform((typed) => (/^\d{1,15}$/.test(typed) ? Number(typed) : 0))

/** An id in a form: any short word; whether it is theirs is the query's question. */
export const id = one.transform((typed) => typed.slice(0, 64))
