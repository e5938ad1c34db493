// Every field in which people write what they like is checked as words for others, or stands here with why it is not.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** By file and name: who reads it, or what it must be to be taken. */
const NOT_CHECKED = {
  'accounts/account.ts municipality': 'one of a list',
  'accounts/account.ts to': 'an address of a page of ours',
  'figures/published.ts report': 'employers: the title of a published report',
  'figures/published.ts source': 'employers: the title of official statistics, which names convictions',
  'occupations/occupation.ts optionalText': 'one of a list',
  'organisations/coordinator.ts municipality': 'one of a list',
  'organisations/coordinator.ts article': 'caseworkers and coordinators: a rule of law, which names offences',
  'organisations/coordinator.ts source': 'caseworkers and coordinators: a rule of law, which names offences',
  'organisations/coordinator.ts occupation': 'a number',
  'organisations/coordinator.ts note': 'caseworkers and coordinators: about a rule of law, or a place of custody',
  'organisations/coordinator.ts name': 'caseworkers and coordinators: a place of custody',
  'organisations/coordinator.ts words': 'who searches',
  'people/candidate.ts code': 'what signs a person in',
  'people/candidate.ts cardNumber': 'what signs a person in',
  'people/candidate.ts text': 'the person’s caseworker: what is wrong may be the personal code',
  'people/person.ts code': 'what confirms an erasure',
  'people/person.ts optionalText': 'the vault: the address of a person',
  'people/person.ts personalCode': 'the vault',
  'people/person.ts q': 'who searches',
  'people/profile.ts travelPlace': 'one of a list',
  'places/place.ts municipality': 'one of a list',
  'places/place.ts place': 'one of a list',
  'proposals/move-forms.ts clock': 'a time',
  'search/coordinator.ts phrases': 'coordinators',
  'search/coordinator.ts note': 'coordinators',
  'search/coordinator.ts words': 'who searches',
  'search/coordinator.ts from': 'who searches',
  'vacancies/steps.ts occupation': 'one of a list',
  'vacancies/steps.ts base': 'who writes the vacancy',
} as const

const FORMS = 'app/forms'
const OTHERS = ['search/chosen-filters.ts']

/** `file.ts name` of each field that takes any text; the name is the nearest one before the call. */
function fieldsIn(file: string): string[] {
  return readFileSync(join(FORMS, file), 'utf8')
    .split('\n')
    .filter((line) => /(?<!\w)(?:text|optionalText)\(/.test(line))
    .map((line) => `${file} ${/(\w+)(?::| =)[^:=]*(?<!\w)(?:text|optionalText)\(/.exec(line)?.[1] ?? 'optionalText'}`)
}

test('a field of a form that takes any text is checked, or is read by nobody else', () => {
  const files = readdirSync(FORMS, { recursive: true, encoding: 'utf8' }).filter((file) => file.includes('/') && !OTHERS.includes(file))
  expect([...new Set(files.flatMap(fieldsIn))].sort()).toEqual(Object.keys(NOT_CHECKED).sort())
})
