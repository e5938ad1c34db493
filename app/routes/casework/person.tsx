// The frame of a person's pages: the fixed summary, and the tabs as addresses. Every page inside guards itself too.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, Outlet, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { findPerson } from '#db/people/people.ts'
import { useText } from '#app/components/ui/i18n.tsx'
import { PersonSummary, PersonTabs } from '#app/components/people/person-summary.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { notFound } from '#app/server/responses.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const found = await findPerson(context.store, context.master, actor, params.id ?? '')
  if (!found) throw notFound()
  const { id, code, label, stage, plannedReleaseOn, waitingSince, profile } = found
  const summary = { id, code, label, stage, plannedReleaseOn, waitingSince, profile, caseworker: found.caseworker.name }
  return {
    person: { ...summary, custodyPlace: found.custodyPlace?.name ?? null },
    readsRecord: found.readsRecord,
    readsIdentity: found.readsIdentity,
    givesAccess: found.access !== null,
  }
}

/** Also after a refused change: the page shows what is stored now. */
export const shouldRevalidate = afterEveryAnswer
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, 'casework.people.title', { code: data?.person.code ?? '' })

export default function PersonFrame() {
  const t = useText()
  const { person, readsRecord, readsIdentity, givesAccess } = useLoaderData<typeof loader>()
  return (
    <div className="person">
      <VStack gap="space-16" className="person-side">
        <Link to={paths.casework.people()} className="no-print">
          {t('casework.people.backToPeople')}
        </Link>
        <PersonSummary person={person} />
        {givesAccess && (
          <Link to={paths.casework.card(person.id)} className="no-print">
            {t('casework.people.card.title')}
          </Link>
        )}
      </VStack>
      <div>
        <PersonTabs id={person.id} withRecord={readsRecord} withIdentity={readsIdentity} />
        <Outlet />
      </div>
    </div>
  )
}
