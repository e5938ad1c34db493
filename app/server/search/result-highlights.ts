// Why a vacancy is among the results: matching words highlighted in its line, or a snippet of its description.
import type { AppLoadContext } from '@remix-run/node'
import type { Actor } from '#app/domain/shared/actor.ts'
import { occupationByIsco } from '#app/domain/occupations/occupations.ts'
import { municipalityName } from '#app/domain/places/places.ts'
import { listVacancyTexts, type VacancyLine } from '#db/vacancies/vacancies.ts'
import { highlightRanges, segmentsOf, snippetOf, type Segment } from '#search/index/highlights.ts'
import type { HighlightTerms } from '#search/index/port.ts'

export type LineHighlights = {
  title: Segment[]
  employer: Segment[]
  /** Only where nothing in the line itself matches. */
  why: { kind: 'text'; pieces: Segment[] } | { kind: 'occupation'; isco: string } | null
}

function anyMatches(texts: readonly string[], marks: HighlightTerms): boolean {
  return texts.some((text) => highlightRanges(text, marks).length > 0)
}

function lineMatches({ title, employer, place, municipality }: VacancyLine, marks: HighlightTerms): boolean {
  return anyMatches([title, employer, place, municipality === null ? '' : municipalityName(municipality)], marks)
}

function whyOf({ occupation: isco }: VacancyLine, description: string, marks: HighlightTerms): LineHighlights['why'] {
  const pieces = snippetOf(description, marks)
  if (pieces) return { kind: 'text', pieces }
  const occupation = isco === null ? undefined : occupationByIsco(isco)
  if (isco === null || !occupation) return null
  return anyMatches([occupation.lv, occupation.ru, occupation.en], marks) ? { kind: 'occupation', isco } : null
}

/** By vacancy; empty when no words were searched for, and then no text is read. */
export async function highlightsByLine(
  { store, now }: Pick<AppLoadContext, 'store' | 'now'>,
  actor: Actor,
  lines: readonly VacancyLine[],
  marks: HighlightTerms,
): Promise<Record<string, LineHighlights>> {
  if (marks.stems.length === 0 && marks.prefixes.length === 0) return {}
  const unexplained = lines.filter((line) => !lineMatches(line, marks)).map(({ id }) => id)
  const texts = await listVacancyTexts(store, actor, unexplained, now())
  return Object.fromEntries(
    lines.map((line) => {
      const text = texts.get(line.id)
      const title = segmentsOf(line.title, highlightRanges(line.title, marks))
      const employer = segmentsOf(line.employer, highlightRanges(line.employer, marks))
      return [line.id, { title, employer, why: text === undefined ? null : whyOf(line, text, marks) }]
    }),
  )
}
