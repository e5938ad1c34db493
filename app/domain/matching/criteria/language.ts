// The state language and other languages, by CEFR level.
import { CEFR_LEVELS } from '#app/domain/vacancies/job-terms.ts'
import type { CefrLevel, SpokenLanguage, Strength } from '#app/domain/vacancies/job-terms.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { phrase, word } from '../answer.ts'
import type { EvaluateOpen } from '../criterion.ts'
import { answerForItems } from '../items.ts'

type Asked = { language: SpokenLanguage; level: CefrLevel; strength: Strength }

function askedOf({ requirements: { latvian, otherLanguages } }: VacancyFacts): readonly Asked[] {
  return latvian === null ? otherLanguages : [{ language: 'lv', ...latvian }, ...otherLanguages]
}

/** A profile without any language has not been asked; a language missing from a filled list is not spoken. */
export const language: EvaluateOpen = (vacancy, { open: { languages } }) => {
  const speaks = ({ language: asked, level }: Asked) =>
    languages.some((spoken) => spoken.language === asked && CEFR_LEVELS.indexOf(spoken.level) >= CEFR_LEVELS.indexOf(level))
  const items = askedOf(vacancy).map((asked) => ({
    name: [word(`language.${asked.language}`), asked.level],
    strength: asked.strength,
    state: languages.length === 0 ? ('unknown' as const) : speaks(asked) ? ('met' as const) : ('unmet' as const),
  }))
  const spoken = languages.map((each) => [word(`language.${each.language}`), each.level])
  return answerForItems('language', items, spoken.length === 0 ? null : phrase('has', { items: spoken }))
}
