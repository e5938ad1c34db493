import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { findProposalPaper } from '#db/proposals/paper.ts'
import { useText } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { PrintButton } from '#app/components/ui/print-button.tsx'
import { ProposalPaper } from '#app/components/proposals/proposal-paper.tsx'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { paperInWords } from '#app/server/proposals/proposal-paper.ts'
import { notFound } from '#app/server/responses.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const id = params.id ?? ''
  const found = await findProposalPaper(context.store, actor, id, context.now())
  if (!found) throw notFound()
  return { id, paper: paperInWords(found) }
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'casework.proposals.proposalPaper.title.share')

export default function Paper() {
  const t = useText()
  const { id, paper } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-16">
      <Link to={paths.casework.proposal(id)} className="no-print">
        {t('casework.proposals.proposalPaper.back')}
      </Link>
      {paper ? (
        <>
          <PrintButton />
          <ProposalPaper paper={paper} />
        </>
      ) : (
        <Notice>{t('casework.proposals.proposalPaper.nothing')}</Notice>
      )}
    </VStack>
  )
}
