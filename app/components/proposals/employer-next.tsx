// What an employer can do with a proposal now: one primary action, the rest quiet.
import { VStack } from '@navikt/ds-react/Stack'
import { Heading } from '@navikt/ds-react/Typography'
import type { FormMove, NextStep } from '#app/domain/proposals/next-step.ts'
import { WAITING_ON } from '#app/domain/proposals/proposal.ts'
import { useText } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { GoneForm } from '#app/components/ui/sent-form.tsx'
import { FoldedMove, MoveForm, useWordsOf } from './move-form.tsx'
import type { ProposalShown } from './move-fields.tsx'

function Primary({ move, proposal }: { move: FormMove; proposal: ProposalShown }) {
  const { title, send } = useWordsOf({ move, party: 'employer', proposal })
  const form = <MoveForm move={move} party="employer" proposal={proposal} primary />
  if (title === send) return form
  return (
    <section>
      <Heading size="small" level="2" spacing>
        {title}
      </Heading>
      {form}
    </section>
  )
}

export function EmployerNext({ proposal, step: { primary, quiet } }: { proposal: ProposalShown; step: NextStep }) {
  const t = useText()
  const waits = WAITING_ON[proposal.state]
  return (
    <VStack gap="space-24">
      <GoneForm formsHere={[primary, ...quiet]} />
      {waits === 'candidate' && <Notice>{t('proposals.waitsForPerson')}</Notice>}
      {waits === 'caseworker' && <Notice>{t('proposals.waitsForCaseworker')}</Notice>}
      {waits === null && <Notice>{t('proposals.isOver')}</Notice>}
      {primary !== null && primary !== 'answer_question' && <Primary move={primary} proposal={proposal} />}
      {quiet.map((move) => (
        <FoldedMove key={move} move={move} party="employer" proposal={proposal} />
      ))}
    </VStack>
  )
}
