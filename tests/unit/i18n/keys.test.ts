// Keys of texts are checked by the compiler: what is expected of types here fails `tsc`, what is expected of values fails the run.
import { expect, expectTypeOf, test } from 'vitest'
import type { useOptions, useWord } from '#app/components/ui/i18n.tsx'
import type { Certificate, Shift } from '#app/domain/vacancies/job-terms.ts'
import { problem, type Problem } from '#app/forms/parse-form.ts'
import { registerAllMessages } from '#app/i18n/all.ts'
import { translator, wordsIn, type ProblemKey, type WordGroup, type WordText } from '#app/i18n/translate.ts'

registerAllMessages()

test('a word is asked for by a vocabulary that exists, and only by words of that vocabulary', () => {
  const word = wordsIn('lv')
  expectTypeOf(word).parameter(0).toEqualTypeOf<WordGroup>()
  expectTypeOf<typeof word<'shift'>>().parameter(1).toEqualTypeOf<Shift>()
  expectTypeOf<typeof word<'certificate'>>().parameter(1).toEqualTypeOf<Certificate>()
  expectTypeOf<'shfit'>().not.toExtend<WordGroup>()
  expect(word('shift', 'night')).toBe('Naktī')
})

test('components ask for words in the same way', () => {
  expectTypeOf<ReturnType<typeof useWord>>().toEqualTypeOf<WordText>()
  expectTypeOf<typeof useOptions<'shift'>>().parameter(1).toEqualTypeOf<readonly Shift[]>()
})

test('a text is asked for by a key that exists', () => {
  const t = translator('lv')
  expectTypeOf('common.save' as const).toExtend<Parameters<typeof t>[0]>()
  expectTypeOf('common.svae' as const).not.toExtend<Parameters<typeof t>[0]>()
  expect(t('common.save')).toBe('Saglabāt')
})

test('a problem of a form is one that has words', () => {
  expectTypeOf('required' as const).toExtend<Problem>()
  expectTypeOf('tooLong?count=60' as const).toExtend<Problem>()
  expectTypeOf('requierd' as const).not.toExtend<Problem>()
  expectTypeOf(problem).parameter(0).toEqualTypeOf<ProblemKey>()
  expect(problem('tooLong', { count: 60 })).toBe('tooLong?count=60')
})
