// What a person knows and can: languages, experience, education, skills, physical demands.
import { describe, expect, test } from 'vitest'
import { aPerson, ask, aVacancy, said } from '#tests/support/matching/build-match.ts'
import type { CefrLevel, EducationLevel, Strength } from '#app/domain/vacancies/job-terms.ts'

describe('languages', () => {
  const asks = (level: CefrLevel, strength: Strength = 'must') => aVacancy({ requirements: { latvian: { level, strength } } })

  test('a person with the level or a higher one meets it', () => {
    expect(said(ask('language', asks('A2'), aPerson()))).toBe('meets: met')
  })

  test('a person below the level is told which level would do', () => {
    const answer = ask('language', asks('B2'), aPerson())
    expect(said(answer)).toBe('fails: missing')
    expect(answer?.change?.values['items']).toEqual([[{ word: 'language.lv' }, 'B2']])
  })

  test('a lower level that can be talked about is to be checked', () => {
    expect(said(ask('language', asks('B2', 'negotiable'), aPerson()))).toBe('check: negotiable')
  })

  test('a person who does not name a language does not speak it', () => {
    const vacancy = aVacancy({ requirements: { otherLanguages: [{ language: 'en', level: 'A1', strength: 'must', reason: 'clients' }] } })
    expect(said(ask('language', vacancy, aPerson()))).toBe('fails: missing')
  })

  test('a person without any recorded language has not been asked', () => {
    expect(said(ask('language', asks('A2'), aPerson({ languages: [] })))).toBe('unknown: not_known')
  })
})

describe('experience', () => {
  const asks = (months: number, strength: Strength = 'must') =>
    aVacancy({ occupation: '7115', requirements: { experience: { months, strength } }, terms: { firstJobOrGap: 'no' } })
  const did = (occupation: string, months: number) => aPerson({ experience: [{ occupation, months }] })

  test('a person with enough months in the occupation meets it', () => {
    expect(said(ask('experience', asks(12), did('7115', 12)))).toBe('meets: enough')
  })

  test('a person with too little reads how much is missing', () => {
    const answer = ask('experience', asks(12), did('7115', 5))
    expect(said(answer)).toBe('fails: too_little')
    expect(answer?.change?.values['count']).toBe(7)
  })

  test('work in a related occupation is worth a word', () => {
    expect(said(ask('experience', asks(12), did('7112', 24)))).toBe('check: related')
  })

  test('experience that can be talked about is to be checked', () => {
    expect(said(ask('experience', asks(12, 'negotiable'), did('9333', 24)))).toBe('check: too_little')
  })

  test('experience that would be nice holds nobody up', () => {
    expect(said(ask('experience', asks(12, 'nice'), did('9333', 24)))).toBe('meets: nice')
  })

  test('an employer open to a first job is worth a word even where experience is asked', () => {
    const vacancy = aVacancy({ requirements: { experience: { months: 6, strength: 'must' } } })
    expect(said(ask('experience', vacancy, aPerson({ experience: [] })))).toBe('check: first_job_possible')
  })

  test('a person in a first job does not fit where the employer takes none', () => {
    expect(said(ask('experience', aVacancy({ terms: { firstJobOrGap: 'no' } }), aPerson({ experience: [] })))).toBe(
      'fails: first_job_not_possible',
    )
  })

  test('an employer not asked about first jobs is asked', () => {
    const vacancy = aVacancy({ terms: { firstJobOrGap: 'not_asked' } })
    expect(said(ask('experience', vacancy, aPerson({ experience: [] })))).toBe('check: first_job_not_asked')
  })

  test('a vacancy that asks for none says nothing to a person who has worked', () => {
    expect(ask('experience', aVacancy({ terms: { firstJobOrGap: 'no' } }), aPerson())).toBeNull()
  })
})

describe('education', () => {
  const asks = (level: EducationLevel, strength: Strength = 'must') => aVacancy({ requirements: { education: { level, strength } } })

  test('a person with the level meets it', () => {
    expect(said(ask('education', asks('basic'), aPerson()))).toBe('meets: enough')
  })

  test('a person below it does not, and reads what to reach', () => {
    const answer = ask('education', asks('vocational'), aPerson())
    expect(said(answer)).toBe('fails: too_low')
    expect(answer?.change?.values['level']).toEqual({ word: 'education.vocational' })
  })

  test('general secondary school teaches no trade', () => {
    expect(said(ask('education', asks('vocational'), aPerson({ education: 'secondary' })))).toBe('check: no_trade')
  })

  test('a level that can be talked about is to be checked', () => {
    expect(said(ask('education', asks('secondary', 'negotiable'), aPerson()))).toBe('check: too_low')
  })

  test('a level that would be nice holds nobody up', () => {
    expect(said(ask('education', asks('secondary', 'nice'), aPerson()))).toBe('meets: nice')
  })

  test('a person nobody has asked is not failed', () => {
    expect(said(ask('education', asks('basic'), aPerson({ education: null })))).toBe('unknown: not_known')
  })

  test('no education asked says nothing', () => {
    expect(ask('education', asks('none'), aPerson({ education: null }))).toBeNull()
  })
})

describe('skills', () => {
  const asks = (skill: string, strength: Strength = 'must') => aVacancy({ requirements: { skills: [{ skill, strength }] } })

  test('a skill is the same in capitals and without marks', () => {
    expect(said(ask('skills', asks('KRAVU SKIROSANA'), aPerson()))).toBe('meets: met')
  })

  test('the order of the words does not matter', () => {
    expect(said(ask('skills', asks('šķirošana, kravu'), aPerson()))).toBe('meets: met')
  })

  test('a similar word is a reason to look', () => {
    expect(said(ask('skills', asks('kokmateriālu šķirotājs'), aPerson({ skills: ['kokmateriāli'] })))).toBe('check: almost')
  })

  test('a person with other skills does not have it', () => {
    expect(said(ask('skills', asks('mūrēšana'), aPerson()))).toBe('fails: missing')
  })

  test('a missing skill that can be talked about is to be checked', () => {
    expect(said(ask('skills', asks('mūrēšana', 'negotiable'), aPerson()))).toBe('check: negotiable')
  })

  test('a person whose skills nobody wrote down is not failed', () => {
    expect(said(ask('skills', asks('mūrēšana'), aPerson({ skills: [] })))).toBe('unknown: not_known')
  })
})

describe('physical demands', () => {
  const heavy = (strength: Strength) => aVacancy({ requirements: { physical: [{ demand: 'heavy_lifting', strength }] } })
  const bad = aPerson({ limits: ['heavy_lifting'] })

  test('a person without limits meets them', () => {
    expect(said(ask('physical', heavy('must'), aPerson()))).toBe('meets: met')
  })

  test('a person who cannot lift does not fit heavy lifting', () => {
    expect(said(ask('physical', heavy('must'), bad))).toBe('fails: missing')
  })

  test('a demand that can be talked about is to be checked', () => {
    expect(said(ask('physical', heavy('negotiable'), bad))).toBe('check: negotiable')
  })

  test('a demand that would be nice holds nobody up', () => {
    expect(said(ask('physical', heavy('nice'), bad))).toBe('meets: nice')
  })

  test('a person nobody has asked is not failed', () => {
    expect(said(ask('physical', heavy('must'), aPerson({ limits: null })))).toBe('unknown: not_known')
  })
})
