// Whether an answer is right: what a query means, which vacancies are that, and how many of the first ten are.
import type { CorpusVacancy } from './vacancies.ts'

export type Meant = { occupations: readonly string[]; language: string; town: string | null }
export type Told = Pick<CorpusVacancy, 'occupation' | 'language' | 'town'>

const LOOKED_AT = 10

export type Judge = {
  /** How many vacancies are right. */
  rightOnes: (meant: Meant) => number
  /** At least half of the first ten are right; of fewer than ten right ones, at least half are there. */
  isSolved: (meant: Meant, ids: readonly string[]) => boolean
  /** Of the first ten, or of as many as there could be. */
  precision: (meant: Meant, ids: readonly string[]) => number
}

export function openJudge(vacancies: Iterable<readonly [id: string, told: Told]>): Judge {
  const told = new Map<string, Told>()
  const counts = new Map<string, number>()
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const [id, { occupation, language, town }] of vacancies) {
    told.set(id, { occupation, language, town })
    count(`${occupation} ${language}`)
    count(`${occupation} ${language} ${town}`)
  }
  const rightOnes = ({ occupations, language, town }: Meant) =>
    occupations.reduce((sum, one) => sum + (counts.get(town === null ? `${one} ${language}` : `${one} ${language} ${town}`) ?? 0), 0)

  function isRight({ occupations, language, town }: Meant, id: string): boolean {
    const found = told.get(id)
    return (
      found !== undefined && occupations.includes(found.occupation) && found.language === language && (town ?? found.town) === found.town
    )
  }
  const precision = (meant: Meant, ids: readonly string[]) =>
    ids.slice(0, LOOKED_AT).filter((id) => isRight(meant, id)).length / Math.max(1, Math.min(LOOKED_AT, rightOnes(meant)))

  return { rightOnes, isSolved: (meant, ids) => precision(meant, ids) >= 0.5, precision }
}
