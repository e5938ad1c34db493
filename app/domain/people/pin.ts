// A PIN: six digits, and not one of those that are tried first.

export const PIN_PATTERN = /^\d{6}$/

const REPEATED = /^(\d{1,3})\1+$/
const PAIRS = /^(\d)\1(\d)\2(\d)\3$/

/** Equal steps (123456, 654321, 111111, 024680), a repeated beginning (121212, 123123), pairs (112233). @param pin six digits. */
export function isSimplePin(pin: string): boolean {
  const digits = Array.from(pin, Number)
  const steps = digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10)
  return new Set(steps).size === 1 || REPEATED.test(pin) || PAIRS.test(pin)
}
