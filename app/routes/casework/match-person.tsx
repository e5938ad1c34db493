import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { listEmployerContacts } from '#db/vacancies/casework.ts'
import { ownsPerson } from '#db/people/people.ts'
import { listHiddenVacancies, setHidden } from '#db/matching/hidden-vacancies.ts'
import { listInTheWay } from '#db/proposals/acceptance.ts'
import { listProposalMarks } from '#db/proposals/caseworker-proposals.ts'
import { listVacancyLines } from '#db/vacancies/vacancies.ts'
import { useText } from '#app/components/ui/i18n.tsx'
import { UsefulChanges } from '#app/components/matching/useful-changes.tsx'
import { GroupSwitch } from '#app/components/matching/group-switch.tsx'
import { HideForm, VacancyMatch } from '#app/components/matching/lines.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { Pages } from '#app/components/ui/pages.tsx'
import { hiding, personMatchAddress } from '#app/forms/matching/matching.ts'
import { parseAddress, parseForm } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { notFound, seeOther, unprocessable } from '#app/server/responses.ts'
import { vacanciesForPerson } from '#search/match/match.ts'
import { ROWS_A_PAGE } from '#app/domain/shared/lists.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const { store } = context
  const id = params.id ?? ''
  const now = context.now()
  const { group, page, hidden, undo } = parseAddress(personMatchAddress, request.url)
  const aside = await listHiddenVacancies(store, actor, id)
  const found = await vacanciesForPerson(context, actor, id, { group, page, hidden: aside, showHidden: hidden }, now)
  if (!found) throw notFound()
  const { matches, ...rest } = found
  const pages = Math.max(1, Math.ceil(found.counts[found.group] / ROWS_A_PAGE))
  if (page > pages) throw redirect(paths.casework.match(id, { group: found.group, hidden, page: pages }))
  const ids = matches.map((match) => match.vacancyId)
  const lines = await listVacancyLines(store, actor, ids, now)
  const contacts = await listEmployerContacts(store, actor, ids)
  const inTheWay = await listInTheWay(store, actor, { candidateId: id, vacancyIds: ids }, now)
  const marks = await listProposalMarks(store, actor, { candidateId: id })
  return {
    ...rest,
    id,
    page,
    pageSize: ROWS_A_PAGE,
    hidden,
    undo: undo !== null && aside.has(undo) ? undo : null,
    lines: matches.flatMap(({ vacancyId, distanceKm, answers, toBeConfirmed }) => {
      const vacancy = lines.find((line) => line.id === vacancyId)
      const more = {
        distanceKm,
        answers,
        toBeConfirmed,
        contact: contacts.get(vacancyId) ?? null,
        mark: marks.get(vacancyId) ?? null,
        // Of what has to be confirmed first nothing else is said.
        inTheWay: toBeConfirmed && !actor.publicAuthority ? null : (inTheWay.get(vacancyId) ?? null),
      }
      return vacancy ? [{ vacancy, ...more }] : []
    }),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const id = params.id ?? ''
  if (!(await ownsPerson(context.store, actor, id))) throw notFound()
  const { undo: _, ...address } = parseAddress(personMatchAddress, request.url)
  const form = parseForm(hiding, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const { vacancyId, hide } = form.data
  if (!(await setHidden(context.store, actor, { candidateId: id, vacancyId, hidden: hide }, context.now()))) throw notFound()
  // Without JavaScript the page is loaded again: it scrolls to the link that undoes this.
  return seeOther(paths.casework.match(id, { ...address, undo: hide ? vacancyId : null }) + (hide ? '#undo' : ''))
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, 'casework.matching.heading')

export default function MatchPerson() {
  const t = useText()
  const { id, counts, group, page, pageSize, hidden, undo, usefulChanges, hiddenCount, lines } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-24">
      <VStack gap="space-8">
        <Heading size="medium" level="2">
          {t('casework.matching.heading')}
        </Heading>
        <BodyLong>{t('casework.matching.explain')}</BodyLong>
      </VStack>
      {undo !== null && (
        <HStack gap="space-16" align="center" role="status" className="undo" id="undo">
          <Notice kind="success">{t('casework.matching.hiddenNow')}</Notice>
          <HideForm vacancyId={undo} hide={false}>
            {t('casework.matching.undo')}
          </HideForm>
        </HStack>
      )}
      <GroupSwitch counts={counts} chosen={group} to={(one) => paths.casework.match(id, { group: one, hidden })} />
      {!hidden && <UsefulChanges changes={usefulChanges} />}
      <section>
        <Heading size="small" level="3" spacing>
          {t(`match.group.${group}`)}
        </Heading>
        {lines.length === 0 && <BodyLong>{t(hidden ? 'casework.matching.emptyHidden' : `casework.matching.empty.${group}`)}</BodyLong>}
        <ol className="match-list">
          {lines.map((line) => (
            <VacancyMatch key={line.vacancy.id} candidateId={id} line={line} hidden={hidden} />
          ))}
        </ol>
      </section>
      <Pages page={page} pageSize={pageSize} total={counts[group]} />
      {(hiddenCount > 0 || hidden) && (
        <Link to={paths.casework.match(id, { hidden: !hidden })} className="no-print">
          {hidden ? t('casework.matching.hideHidden') : t('casework.matching.showHidden', { number: hiddenCount })}
        </Link>
      )}
    </VStack>
  )
}
