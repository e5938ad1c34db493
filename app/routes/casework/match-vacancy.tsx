import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { Tag } from '@navikt/ds-react/Tag'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import { listEmployerContacts } from '#db/vacancies/casework.ts'
import { listProposalMarks } from '#db/proposals/caseworker-proposals.ts'
import { findOpenVacancy } from '#db/vacancies/vacancies.ts'
import { AcceptanceSentences } from '#app/components/vacancies/acceptance-sentences.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { AskEmployer } from '#app/components/matching/ask-employer.tsx'
import { GroupSwitch } from '#app/components/matching/group-switch.tsx'
import { PersonMatch } from '#app/components/matching/lines.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { Pages } from '#app/components/ui/pages.tsx'
import { VacancyFactList } from '#app/components/vacancies/vacancy-facts.tsx'
import { vacancyMatchAddress } from '#app/forms/matching/matching.ts'
import { parseAddress } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { notFound } from '#app/server/responses.ts'
import { peopleForVacancy } from '#search/match/match.ts'
import { ROWS_A_PAGE } from '#app/domain/shared/lists.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const id = params.id ?? ''
  const now = context.now()
  const { group, page } = parseAddress(vacancyMatchAddress, request.url)
  const vacancy = await findOpenVacancy(context.store, actor, id, now)
  const found = vacancy && (await peopleForVacancy(context, actor, id, { group, page }, now))
  if (!found) throw notFound()
  const pages = Math.max(1, Math.ceil(found.counts[found.group] / ROWS_A_PAGE))
  if (page > pages) throw redirect(paths.casework.vacancy(id, { group: found.group, page: pages }))
  const contacts = await listEmployerContacts(context.store, actor, [id])
  const marks = await listProposalMarks(context.store, actor, { vacancyId: id })
  const people = found.people.map(({ group: _, ...person }) => ({ ...person, mark: marks.get(person.candidateId) ?? null }))
  return { vacancy, page, pageSize: ROWS_A_PAGE, counts: found.counts, group: found.group, people, contact: contacts.get(id) ?? null }
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, 'casework.matching.vacancyTitle', { title: data?.vacancy.title ?? '' })

export default function MatchVacancy() {
  const t = useText()
  const { vacancy, page, pageSize, counts, group, people, contact } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-32">
      <VStack gap="space-8">
        <Link to={paths.casework.vacancies()} className="no-print">
          {t('casework.matching.backToVacancies')}
        </Link>
        <HStack gap="space-16" align="center">
          <Heading size="large" level="1">
            {vacancy.title}
          </Heading>
          {vacancy.visibility === 'closed' && <Tag variant="outline">{t('pages.search.closedTag')}</Tag>}
          {vacancy.source !== null && <Tag variant="outline">{t('pages.search.fromRegister')}</Tag>}
        </HStack>
        <Link to={paths.vacancy(vacancy.id)} className="no-print">
          {t('casework.matching.vacancyPage')}
        </Link>
        <AskEmployer contact={contact} source={vacancy.source} />
      </VStack>
      <div className="match-short">
        <VacancyFactList vacancy={vacancy} />
        <section>
          <Heading size="small" level="2" spacing>
            {t('pages.acceptance.heading')}
          </Heading>
          <AcceptanceSentences stances={vacancy.stances} terms={vacancy.terms} />
        </section>
      </div>
      <VStack as="section" gap="space-16">
        <Heading size="medium" level="2">
          {t('casework.matching.people')}
        </Heading>
        <GroupSwitch counts={counts} chosen={group} to={(one) => paths.casework.vacancy(vacancy.id, { group: one })} />
        {people.length === 0 ? (
          <BodyLong>{t(`casework.matching.emptyPeople.${group}`)}</BodyLong>
        ) : (
          <BodyShort>{t('casework.matching.order')}</BodyShort>
        )}
        <ol className="match-list">
          {people.map((line) => (
            <PersonMatch key={line.candidateId} line={line} vacancyId={vacancy.id} canPropose={contact !== null} />
          ))}
        </ol>
        <Pages page={page} pageSize={pageSize} total={counts[group]} />
      </VStack>
    </VStack>
  )
}
