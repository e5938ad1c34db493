// What an employer learns of a person before the naming: only what its vacancy asks, in words of short lists.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { insistingOn, toDiscuss, type EmployerCriterion } from '#app/domain/matching/to-discuss.ts'
import { coversAll, shareDiscloses, WHOLE_PROFILE_DISCLOSES } from '#app/domain/proposals/anonymity.ts'
import { anonymousView, EXPERIENCE_BANDS, FITS, REACHES, START_BANDS, type AnonymousView } from '#app/domain/proposals/anonymous-view.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { anyPerson, anyVacancy } from '#tests/support/matching/arbitrary-match.ts'
import { aPerson, aVacancy, LIEPAJA, stances, TODAY } from '#tests/support/matching/build-match.ts'

type Open = Parameters<typeof aPerson>[0]
const viewed = (vacancy: Parameters<typeof aVacancy>[0], open: Open = {}) => anonymousView(aVacancy(vacancy), aPerson(open).open, TODAY)

describe('a vacancy that asks nothing', () => {
  const ASKS_NOTHING = { remote: true, shifts: [] }
  const NOTHING = {
    experience: null,
    skills: [],
    driving: [],
    certificates: [],
    medicalBook: null,
    languages: [],
    education: null,
    shifts: [],
    travel: null,
  }

  test('hears only when the person can start', () => {
    expect(viewed(ASKS_NOTHING)).toEqual({ ...NOTHING, start: 'now' })
  })

  test('hears the same of everybody who can start now', () => {
    fc.assert(
      fc.property(anyPerson, ({ open }) => {
        expect(anonymousView(aVacancy(ASKS_NOTHING), { ...open, startFrom: '2026-03' }, TODAY)).toEqual({ ...NOTHING, start: 'now' })
      }),
    )
  })
})

describe('each thing asked', () => {
  test.each([
    [0, 'none'],
    [11, 'under_1'],
    [12, 'from_1_to_2'],
    [35, 'from_1_to_2'],
    [36, 'from_3_to_5'],
    [71, 'from_3_to_5'],
    [72, 'over_5'],
  ])('%i months of experience are told as %s', (months, band) => {
    const asked = { requirements: { experience: { months: 6, strength: 'must' as const } } }
    expect(viewed(asked, { experience: [{ occupation: '9333', months }] }).experience).toBe(band)
  })

  test('a paper is valid, runs out about the start, or is not there; the day is not told', () => {
    const asked = {
      requirements: {
        driving: [
          { category: 'B', strength: 'must' },
          { category: 'D', strength: 'must' },
        ],
        certificates: [{ certificate: 'forklift', strength: 'must' }],
      },
    } satisfies Parameters<typeof aVacancy>[0]
    const view = viewed(asked, {
      driving: [{ category: 'CE', expiresOn: '2031-05-17' }],
      certificates: [{ certificate: 'forklift', expiresOn: '2026-03-20' }],
    })
    expect(view.driving).toEqual([
      { category: 'B', fit: 'yes' },
      { category: 'D', fit: 'no' },
    ])
    expect(view.certificates).toEqual([{ certificate: 'forklift', fit: 'open' }])
  })

  test('a skill is told in the words of the vacancy', () => {
    const asked = { requirements: { skills: [{ skill: 'Metināšana', strength: 'must' as const }] } }
    expect(viewed(asked, { skills: ['metināšana', 'ādas apstrāde'] }).skills).toEqual([{ skill: 'Metināšana', fit: 'yes' }])
  })

  test('of a language only whether it reaches the level that was asked', () => {
    const asked = { requirements: { latvian: { level: 'A2', strength: 'must' } } } as const
    expect(viewed(asked, { languages: [{ language: 'lv', level: 'C2' }] }).languages).toEqual([{ language: 'lv', level: 'A2', fit: 'yes' }])
  })

  test.each([
    [null, '2026-01', 'now'],
    [null, '2026-04', { month: '2026-04' }],
    [null, '2026-08', 'later'],
    ['2026-02-01', '2026-03', 'now'],
    ['2026-05-01', '2026-03', 'in_time'],
    ['2026-05-01', '2026-06', { month: '2026-06' }],
    ['2026-05-01', '2026-09', 'later'],
    ['2026-05-01', null, 'open'],
    [null, null, null],
  ])('work that begins on %s and a person who can start in %s: %j', (startOn, startFrom, said) => {
    expect(viewed({ startOn }, { startFrom }).start).toEqual(said)
  })

  test.each([
    [{ travelMeans: 'bicycle' }, {}, 'near'],
    [{ travelMeans: 'car' }, {}, 'car'],
    [{ travelMeans: null }, {}, 'some_way'],
    [{ travelMeans: 'bus' }, { coordinates: LIEPAJA }, 'too_far'],
    [{ travelMeans: 'bus' }, { coordinates: LIEPAJA, supportOffered: ['transport'] }, 'with_support'],
    [{ travelFrom: null }, {}, 'open'],
  ] as const)('a person with %j reaches a vacancy with %j: %s', (open, vacancy, said) => {
    expect(viewed(vacancy, open).travel).toBe(said)
  })
})

/** Every word that a view says about the person. */
function wordsOf({ experience, medicalBook, education, start, travel, ...lists }: AnonymousView) {
  const fits = Object.values(lists).flatMap((items) => items.map(({ fit }) => fit))
  return [...fits, experience, medicalBook, education?.fit ?? null, typeof start === 'string' ? start : null, travel].filter(
    (one) => one !== null,
  )
}

test('beside a month a view says nothing but words of the lists', () => {
  const words: readonly string[] = [...FITS, ...EXPERIENCE_BANDS, ...REACHES, ...START_BANDS]
  fc.assert(
    fc.property(anyVacancy, anyPerson, (vacancy, { open }) => {
      const said = wordsOf(anonymousView(vacancy, open, TODAY))
      expect(said.filter((word) => !words.includes(word))).toEqual([])
    }),
  )
})

/** Of each criterion that an employer hears of: what the view says of the things that are asked firmly. */
function firmly(vacancy: VacancyFacts, view: AnonymousView): Record<Exclude<EmployerCriterion, 'experience'>, boolean> {
  const { requirements } = insistingOn(vacancy)
  const isFirm = (strength: string | null | undefined) => strength !== undefined && strength !== null && strength !== 'nice'
  const isOpen = (strengths: readonly (string | null | undefined)[], fits: readonly (string | undefined)[]) =>
    fits.some((fit, index) => fit !== 'yes' && isFirm(strengths[index]))
  const strengthsOf = (items: readonly { strength: string }[]) => items.map(({ strength }) => strength)
  const fitsOf = (items: readonly { fit: string }[]) => items.map(({ fit }) => fit)
  const { latvian, otherLanguages, education, nights, shifts } = requirements
  return {
    start_date: view.start !== null && view.start !== 'now' && view.start !== 'in_time',
    distance: view.travel === 'open' || view.travel === 'too_far',
    licences: isOpen(strengthsOf(requirements.driving), fitsOf(view.driving)),
    certificates: isOpen(strengthsOf(requirements.certificates), fitsOf(view.certificates)),
    medical_book: view.medicalBook !== null && isOpen([requirements.medicalBook], [view.medicalBook]),
    language: isOpen(strengthsOf([...(latvian ? [latvian] : []), ...otherLanguages]), fitsOf(view.languages)),
    education: isOpen([education?.strength], [view.education?.fit ?? 'yes']),
    skills: isOpen(strengthsOf(requirements.skills), fitsOf(view.skills)),
    shifts: isOpen(
      view.shifts.map(({ shift }) => (shift === 'night' && nights !== null ? nights : shifts)),
      fitsOf(view.shifts),
    ),
  }
}

test('what is still to be discussed is what the view does not answer with a yes', () => {
  fc.assert(
    fc.property(anyVacancy, anyPerson, (vacancy, { open }) => {
      const { experience, ...view } = anonymousView(vacancy, open, TODAY)
      const found = toDiscuss(vacancy, open, TODAY)
      const open_ = firmly(vacancy, { experience, ...view })
      expect(
        Object.entries(open_)
          .filter(([, one]) => one)
          .map(([criterion]) => criterion)
          .sort(),
      ).toEqual(found.filter((one) => one !== 'experience').sort())
      // A band is wider than a number of months: nobody with more years than asked is said to have too few.
      if (found.includes('experience')) expect(['none', 'under_1']).toContain(experience)
    }),
    { numRuns: 500 },
  )
})

test('what is only wished for, or can be talked about, is not answered before the naming: asking it excludes nobody', () => {
  const asked = (strength: 'nice' | 'negotiable' | 'must') =>
    viewed(
      {
        shifts: ['day', 'night'],
        requirements: {
          driving: [{ category: 'B', strength }],
          skills: [{ skill: 'Metināšana', strength }],
          latvian: { level: 'A2', strength },
          medicalBook: strength,
          nights: strength,
          shifts: strength,
        },
      },
      {},
    )
  const silent = { driving: [], skills: [], languages: [], medicalBook: null, shifts: [] }
  expect(asked('nice')).toMatchObject(silent)
  expect(asked('negotiable')).toMatchObject(silent)
  expect(asked('must').shifts).toHaveLength(2)
  expect(asked('must').driving).toHaveLength(1)
})

describe('what the first yes discloses', () => {
  test('covers all that the view says, whoever the person is', () => {
    fc.assert(
      fc.property(anyVacancy, anyPerson, (vacancy, { open }) => {
        const told: readonly string[] = shareDiscloses(vacancy)
        const { experience, skills, driving, certificates, medicalBook, languages, education, shifts, start, travel } = anonymousView(
          vacancy,
          open,
          TODAY,
        )
        const said = [
          ...(experience === null ? [] : [`experience.${vacancy.occupation}`]),
          ...skills.map(({ skill }) => `skill.${skill}`),
          ...driving.map(({ category }) => `driving.${category}`),
          ...certificates.map(({ certificate }) => `certificate.${certificate}`),
          ...(medicalBook === null ? [] : ['medical_book']),
          ...languages.map(({ language, level }) => `language.${language}.${level}`),
          ...(education === null ? [] : [`education.${education.level}`]),
          ...shifts.map(({ shift }) => `shift.${shift}`),
          ...(start === null ? [] : ['start']),
          ...(travel === null ? [] : ['travel']),
        ]
        const ofTheView = told.filter((one) => one !== 'start' && !one.startsWith('refused.') && !one.startsWith('work.'))
        expect(ofTheView).toEqual(['code', ...said.filter((one) => one !== 'start')])
      }),
    )
  })

  test('a vacancy that later asks more is not covered; one that asks less is', () => {
    const before = shareDiscloses(aVacancy({ requirements: { driving: [{ category: 'B', strength: 'must' }] } }))
    const after = shareDiscloses(aVacancy({ requirements: { driving: [{ category: 'CE', strength: 'must' }] } }))
    const fewer = shareDiscloses(aVacancy())
    expect([coversAll(before, before), coversAll(before, after), coversAll(before, fewer)]).toEqual([true, false, true])
  })

  test('names each thing that the vacancy rules out: whoever is proposed has none of it', () => {
    const refusing = aVacancy({
      stances: stances({ fraud: { reason: 'cash_valuables' } }),
      terms: { monitoring: 'no', appointmentsPerMonth: null },
    })
    expect(shareDiscloses(refusing).filter((one) => one.startsWith('refused.'))).toEqual(['refused.fraud', 'refused.monitoring'])
  })

  test('a yes of the time when the whole profile was told covers it, but not what is ruled out', () => {
    const open = aVacancy({ terms: { appointmentsPerMonth: null } })
    expect(coversAll([...WHOLE_PROFILE_DISCLOSES], shareDiscloses(open))).toBe(true)
    expect(coversAll([...WHOLE_PROFILE_DISCLOSES], shareDiscloses({ ...open, stances: stances({ fraud: { reason: 'law' } }) }))).toBe(false)
  })
})
