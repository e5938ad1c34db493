// The occupations of the made vacancies with all their forms.
import { declineLatvian, type LatvianForms } from './latvian.ts'
import { OCCUPATION_TABLE } from './occupation-table.ts'
import { declineRussian, RUSSIAN_KINDS, skillAsObject, type RussianForms } from './russian.ts'

export type CorpusOccupation = {
  id: string
  category: string
  masculine: LatvianForms
  feminine: LatvianForms
  russian: RussianForms
  english: string
  skills: readonly LatvianForms[]
  russianSkills: readonly { nominative: string; object: string }[]
}

function latvian(name: string): LatvianForms {
  const [before = '', word] = name.split(' + ')
  return declineLatvian(word === undefined ? before : `${before} ${word}`)
}

function russian(name: string): RussianForms {
  const [phrase = '', marked] = name.split(' = ')
  const kind = RUSSIAN_KINDS.find((one) => one === marked)
  if (kind === undefined) throw new Error(`Nobody knows how "${name}" is declined`)
  return declineRussian(phrase, kind)
}

function occupationOf(line: string): CorpusOccupation {
  const [id = '', category = '', masculine = '', feminine = '', inRussian = '', english = '', skills = '', russianSkills = ''] =
    line.split(' | ')
  return {
    id,
    category,
    masculine: latvian(masculine),
    feminine: latvian(feminine),
    russian: russian(inRussian),
    english,
    skills: skills.split(', ').map(declineLatvian),
    russianSkills: russianSkills.split(', ').map((word) => ({ nominative: word, object: skillAsObject(word) })),
  }
}

export const CORPUS_OCCUPATIONS: readonly CorpusOccupation[] = OCCUPATION_TABLE.trim().split('\n').slice(1).map(occupationOf)
