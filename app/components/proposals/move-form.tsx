// The form of one move of a proposal, the same for whoever makes it: what happens next, its fields, its button.
import { BodyLong } from '@navikt/ds-react/Typography'
import type { FormMove, FormParty } from '#app/domain/proposals/next-step.ts'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useFormat } from '#app/components/ui/i18n.tsx'
import { useSent } from '#app/components/ui/sent-form.tsx'
import { MoveFields, type ProposalShown } from './move-fields.tsx'
import { useMoveWords, type MoveWords } from './move-words.ts'

type Props = {
  move: FormMove
  party: FormParty
  proposal: ProposalShown
  primary?: boolean
  /** False where the page says elsewhere what happens next. */
  withText?: boolean
}

/** The words of a move of this very proposal. */
export function useWordsOf({ move, party, proposal: { turn } }: Props): MoveWords {
  const words = useMoveWords()
  const format = useFormat()
  return words(party, move, turn ? { week: turn.week, day: format.day(turn.dueOn) } : {})
}

function initialOf(move: FormMove, { startOn }: ProposalShown): Record<string, string> {
  if (move === 'ask') return { deadlineDays: '7' }
  return move === 'start' ? { startOn: startOn ?? '' } : {}
}

export function MoveForm(props: Props) {
  const { move, party, proposal, primary = false, withText = true } = props
  const { text, send } = useWordsOf(props)
  const variant = primary ? 'primary' : 'secondary'
  return (
    <Form name={move} initial={initialOf(move, proposal)}>
      <input type="hidden" name="version" value={proposal.version} />
      {withText && text !== null && <BodyLong>{text}</BodyLong>}
      <MoveFields move={move} party={party} proposal={proposal} />
      {/* On a phone the button is as wide as the page. */}
      {party === 'candidate' ? (
        <Submit variant={variant} className="key">
          {send}
        </Submit>
      ) : (
        <div>
          <Submit variant={variant}>{send}</Submit>
        </div>
      )}
    </Form>
  )
}

/** A form that is folded away. Opens without JavaScript; open by itself when it was sent and has something to fix. */
export function FoldedMove(props: Props) {
  const sent = useSent(props.move)
  const { title } = useWordsOf(props)
  return (
    <details className={props.party === 'candidate' ? 'opens no-print' : 'quiet'} open={sent}>
      <summary>{title}</summary>
      <MoveForm {...props} />
    </details>
  )
}
