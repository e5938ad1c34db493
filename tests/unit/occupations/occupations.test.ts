// The list of occupations: complete, unique, titled in three languages.
import { describe, expect, test } from 'vitest'
import {
  isOccupation,
  OCCUPATION_GROUPS,
  occupationByIsco,
  occupationsOf,
  occupationTitle,
  OCCUPATIONS,
} from '#app/domain/occupations/occupations.ts'

describe('occupations', () => {
  test('there are 80 of them, each with its own four-digit code', () => {
    expect(OCCUPATIONS).toHaveLength(80)
    expect(new Set(OCCUPATIONS.map((occupation) => occupation.isco)).size).toBe(80)
    expect(OCCUPATIONS.filter((occupation) => !/^\d{4}$/.test(occupation.isco))).toEqual([])
  })

  test('no two are called the same in any language, so a person can tell them apart in a list', () => {
    expect(new Set(OCCUPATIONS.map((occupation) => occupation.lv)).size).toBe(80)
    expect(new Set(OCCUPATIONS.map((occupation) => occupation.ru)).size).toBe(80)
    expect(new Set(OCCUPATIONS.map((occupation) => occupation.en)).size).toBe(80)
  })

  test('every group has occupations in it', () => {
    expect(OCCUPATION_GROUPS.filter((group) => occupationsOf(group).length === 0)).toEqual([])
  })

  test('a welder is called so in the language of the reader', () => {
    expect(occupationTitle('7212', 'lv')).toBe('Metinātājs')
    expect(occupationTitle('7212', 'ru')).toBe('Сварщик')
    expect(occupationTitle('7212', 'en')).toBe('Welder')
  })

  test('a code that is not ours is shown as it is', () => {
    expect(occupationTitle('2221', 'lv')).toBe('2221')
    expect(occupationByIsco('2221')).toBeUndefined()
    expect(isOccupation('2221')).toBe(false)
    expect(isOccupation('__proto__')).toBe(false)
  })

  test('a lorry driver usually needs C or CE and code 95, and is away for long', () => {
    expect(occupationByIsco('8332')).toMatchObject({
      driving: ['C', 'CE'],
      certificates: ['code95'],
      contexts: ['driving', 'away_over_15_days'],
    })
  })

  test('a cook needs a medical book, a bricklayer does not', () => {
    expect(occupationByIsco('5120')?.medicalBook).toBe(true)
    expect(occupationByIsco('7112')?.medicalBook).toBe(false)
  })
})
