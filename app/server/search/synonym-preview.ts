// What saving a synonym would change in the search: asked of the index, with titles as this coordinator may see them.
import { data, type AppLoadContext } from '@remix-run/node'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import { phraseKey, type PreviewLine, type SynonymText } from '#app/domain/search/synonym.ts'
import { savingProblems } from '#app/forms/search/coordinator.ts'
import type { Entered } from '#app/forms/parse-form.ts'
import { searchedKey } from '#search/index/query/synonyms.ts'
import { problemBesideLive, type SynonymRow } from '#db/search/coordinator-synonyms.ts'
import { listVacancyLines } from '#db/vacancies/vacancies.ts'
import { isIndexDown } from '#search/index/port.ts'
import { unprocessable } from '../responses.ts'

const MOST_TITLES = 5
/** Never the id of a rule that is kept. */
const NOT_SAVED = 'preview'

function each(phrases: readonly string[]): string[] {
  return [...new Map(phrases.map((phrase) => [phraseKey(phrase), phrase])).values()]
}

async function previewLines(
  context: AppLoadContext,
  actor: CoordinatorActor,
  rule: SynonymText,
  before: SynonymRow | null,
): Promise<PreviewLine[]> {
  // Also what the rule stops saying changes what is found.
  const phrases = each([...rule.from, ...rule.to, ...(before ? [...before.from, ...before.to] : [])])
  const change = { without: before?.id ?? null, rule: { id: before?.id ?? NOT_SAVED, ...rule } }
  const counted = await context.index.previewSynonyms(change, phrases, MOST_TITLES)
  const ids = [...new Set(counted.flatMap(({ newIds }) => newIds))].slice(0, 500)
  const lines = new Map((await listVacancyLines(context.store, actor, ids, context.now())).map((line) => [line.id, line]))
  return counted.map(({ newIds, ...counts }) => ({
    ...counts,
    added: newIds.flatMap((id) => {
      const line = lines.get(id)
      return line ? [{ id, title: line.title, employer: line.employer }] : []
    }),
  }))
}

/** Saves nothing. What would be refused when saving is refused here as well. */
export async function answerPreview(
  context: AppLoadContext,
  actor: CoordinatorActor,
  { from, to, twoWay }: SynonymText,
  before: SynonymRow | null,
  entered: Entered,
) {
  const rule = { from, to, twoWay }
  const wrong = await problemBesideLive(context.store, actor, rule, before?.id ?? null, searchedKey)
  if (wrong) return unprocessable(savingProblems(wrong), entered)
  try {
    // Without problems, so that the page made without JavaScript keeps what was typed.
    return data({ preview: await previewLines(context, actor, rule, before), problems: {}, entered })
  } catch (error) {
    if (!isIndexDown(error)) throw error
    context.log.incident(context.requestId, error, { area: 'search' })
    return data({ problems: { form: 'previewDown' }, entered }, 503)
  }
}
