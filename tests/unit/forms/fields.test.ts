// What the fields of contact details take: addresses, phone numbers, personal codes.
import { describe, expect, test } from 'vitest'
import { email, optionalEmail, optionalPhone, phone } from '#app/forms/fields.ts'
import { identityForm } from '#app/forms/people/person.ts'

/** The first one, which the page shows. */
const problemOf = (result: { error?: { issues: { message: string }[] } }) => result.error?.issues[0]?.message

describe('an e-mail address', () => {
  test.each(['anna@piemers.lv', ' Anna.Liepa+darbs@pasts.piemers.lv ', 'a@b.lv', 'jānis@piemērs.lv'])('may be %j', (typed) => {
    const stored = typed.trim().toLowerCase()
    expect(email.parse(typed)).toBe(stored)
    expect(optionalEmail.parse(typed)).toBe(stored)
  })

  test.each([
    'anna',
    'anna@',
    '@piemers.lv',
    'anna@piemers',
    'anna@piemers.l',
    'anna@piemers.lv.',
    'anna liepa@piemers.lv',
    'a@b@piemers.lv',
  ])('is not %j', (typed) => {
    expect(problemOf(email.safeParse(typed))).toBe('notEmail')
    expect(problemOf(optionalEmail.safeParse(typed))).toBe('notEmail')
  })

  test.each(['<anna@piemers.lv>', '"anna"@piemers.lv', 'anna (at) piemers . lv', 'anna@piemers.lv, juris@piemers.lv'])(
    'is not what only holds one: %j',
    (typed) => {
      expect(problemOf(email.safeParse(typed))).toBe('notEmail')
    },
  )
})

describe('a phone number', () => {
  test.each(['20000000', '+371 20 000 000', '(371) 2000-0000'])('may be %j', (typed) => {
    expect(phone.parse(typed)).toBe(typed)
    expect(optionalPhone.parse(typed)).toBe(typed)
  })

  test.each(['2000000', '2000 0000 / 2100 0000', 'tālr. 20000000', '20000000+', '123456789012345678901'])('is not %j', (typed) => {
    expect(problemOf(phone.safeParse(typed))).toBe('notPhone')
    expect(problemOf(optionalPhone.safeParse(typed))).toBe('notPhone')
  })
})

test('nothing typed is missing where it must be given, and nothing where it need not', () => {
  for (const typed of ['', '  ', undefined]) {
    expect(problemOf(email.safeParse(typed))).toBe('required')
    expect(problemOf(phone.safeParse(typed))).toBe('required')
    expect([optionalEmail.parse(typed), optionalPhone.parse(typed)]).toEqual(['', ''])
  }
})

describe('a personal code', () => {
  const saved = (personalCode: string) => identityForm.safeParse({ givenName: 'Anna', familyName: 'Liepa', personalCode })

  test.each(['320000-00000', '32000000000', '320000 – 00000', '010150-00009'])('may be typed as %j', (typed) => {
    const digits = typed.replace(/\D/g, '')
    expect(saved(typed).data?.identity.personalCode).toBe(`${digits.slice(0, 6)}-${digits.slice(6)}`)
  })

  test.each(['320000-0000', '320000-000000', '320000-0000a'])('is not %j', (typed) => {
    expect(problemOf(saved(typed))).toBe('notPersonalCode')
  })

  test('need not be given', () => {
    expect(saved('').data?.identity.personalCode).toBeNull()
  })
})
