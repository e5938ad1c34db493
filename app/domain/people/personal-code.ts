// The Latvian personal code: whether it can be one, before it is kept or compared.
// Sources: the Office of Citizenship and Migration Affairs (pmlp.gov.lv) for the forms of before and since 1 July 2017; the check digit of the
// older form as python-stdnum computes it.
import { isDay } from '#app/domain/shared/day.ts'

/** Weights of the first ten digits of a code of before July 2017. */
const WEIGHTS = [10, 5, 8, 4, 2, 1, 6, 3, 7, 9]
/** The seventh digit. */
const CENTURIES: Readonly<Record<string, string>> = { '0': '18', '1': '19', '2': '20' }

/** @param ten the code's first ten digits @returns the eleventh */
function personalCodeCheckDigit(ten: string): string {
  const sum = WEIGHTS.reduce((before, weight, at) => before + weight * Number(ten[at]), 1)
  return String((sum % 11) % 10)
}

/**
 * Since July 2017 a code begins with 32 to 39 and is random beyond that: nothing more can be checked. An older one holds a day of birth and a
 * check digit. @param code eleven digits, with or without the dash
 */
export function couldBePersonalCode(code: string): boolean {
  const digits = code.replace('-', '')
  if (!/^\d{11}$/.test(digits)) return false
  if (/^3[2-9]/.test(digits)) return true
  const [date, month, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)]
  const century = CENTURIES[digits.charAt(6)]
  return (
    century !== undefined && isDay(`${century}${year}-${month}-${date}`) && personalCodeCheckDigit(digits.slice(0, 10)) === digits.at(-1)
  )
}

/** A code that nobody living has: of a birth on 1 January 1850. @param nth up to 999 */
export function inventedPersonalCode(nth: number): string {
  const ten = `0101500${String(nth).padStart(3, '0')}`
  return `${ten.slice(0, 6)}-${ten.slice(6)}${personalCodeCheckDigit(ten)}`
}
