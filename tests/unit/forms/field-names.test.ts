// Rows of a form by nested names: sent flat by a browser, read as nested values, and shown again under the same names.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fieldsOf, nested } from '#app/forms/field-names.ts'
import { named, row, rows } from '#app/forms/field-rows.ts'
import { optionalText, whole } from '#app/forms/fields.ts'
import { parseForm } from '#app/forms/parse-form.ts'

const schema = z.object({
  skills: rows(3, row({ skill: optionalText(), months: whole({ min: 0, max: 12 }).catch(0) })),
  driving: named(['B', 'CE'], optionalText({ max: 4 })),
})

function formOf(fields: readonly (readonly [name: string, value: string])[]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

describe('a form with rows', () => {
  test('gives every row and every name, with what was not sent empty', () => {
    const form = formOf([
      ['skills[1].skill', ' iekrāvējs '],
      ['skills[1].months', '6'],
      ['driving.CE', 'must'],
    ])
    expect(parseForm(schema, form)).toMatchObject({
      ok: true,
      data: {
        skills: [
          { skill: '', months: 0 },
          { skill: 'iekrāvējs', months: 6 },
          { skill: '', months: 0 },
        ],
        driving: { B: '', CE: 'must' },
      },
      entered: { 'skills[1].skill': ' iekrāvējs ' },
    })
  })

  test('tells a problem by the name of its field', () => {
    const form = formOf([
      ['skills[2].skill', 'x'.repeat(201)],
      ['driving.B', 'more than four'],
    ])
    expect(parseForm(schema, form)).toMatchObject({
      ok: false,
      problems: { 'skills[2].skill': 'tooLong?count=200', 'driving.B': 'tooLong?count=4' },
    })
  })

  test('does not read rows and names that it does not have', () => {
    const form = formOf([
      ['skills[3].skill', 'x'],
      ['skills[999].skill', 'x'],
      ['skills.length', '4294967295'],
      ['driving.D', 'x'],
    ])
    const empty = { skill: '', months: 0 }
    expect(parseForm(schema, form)).toMatchObject({ data: { skills: [empty, empty, empty], driving: { B: '', CE: '' } } })
  })
})

test('what a page shows comes back under the same names', () => {
  const shown = fieldsOf({
    title: 'x',
    shifts: ['day', 'night'],
    skills: [{ skill: 'a' }, { skill: 'b' }],
    driving: { B: 'must' },
    none: [],
  })
  expect(shown).toEqual({
    title: 'x',
    shifts: ['day', 'night'],
    'skills[0].skill': 'a',
    'skills[1].skill': 'b',
    'driving.B': 'must',
    none: [],
  })
  expect(nested(shown)).toEqual({
    title: 'x',
    shifts: ['day', 'night'],
    skills: { 0: { skill: 'a' }, 1: { skill: 'b' } },
    driving: { B: 'must' },
    none: [],
  })
})

test('no name reaches a prototype, and none makes a long list', () => {
  const part = fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'length',
    'a',
    '[0]',
    '[4294967294]',
    '[__proto__]',
    '.',
    '[',
    ']',
    '',
  )
  const name = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.array(name, { maxLength: 8 }), (names) => {
      const read = nested(Object.fromEntries(names.map((one) => [one, 'x'])))
      expect(JSON.stringify(read).length).toBeLessThan(1000)
      expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
      expect(Object.keys(Object.prototype)).toEqual([])
    }),
  )
})
