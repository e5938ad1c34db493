// The words of the reasons that a party may give for a move.
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { useReasonWord } from '#app/components/proposals/move-words.ts'
import { LanguageProvider } from '#app/components/ui/i18n.tsx'
import { PARTIES, PROPOSAL_MOVE_NAMES, reasonsFor, type ProposalMove } from '#app/domain/proposals/proposal.ts'
import { registerAllMessages } from '#app/i18n/all.ts'
import type { Language } from '#app/i18n/language.ts'

registerAllMessages()

function Word({ move, reason }: { move: ProposalMove; reason: string }) {
  return <>{useReasonWord()(move, reason)}</>
}

function shown(move: ProposalMove, reason: string, language: Language = 'lv'): string {
  return renderToStaticMarkup(
    <LanguageProvider language={language}>
      <Word move={move} reason={reason} />
    </LanguageProvider>,
  )
}

test('every reason of every move has a word', () => {
  const reasons = PROPOSAL_MOVE_NAMES.flatMap((move) =>
    PARTIES.flatMap((party) => (reasonsFor(move, party) ?? []).map((reason) => [move, reason] as const)),
  )
  expect(reasons.filter(([move, reason]) => /^$|_|\.|^[a-z]/.test(shown(move, reason)))).toEqual([])
})

test('the same reason of two moves is said in the words of each', () => {
  expect([shown('refuse', 'hours'), shown('not_start', 'other_job'), shown('end', 'other')]).toEqual([
    'Neder darba laiks',
    'Cits darbs',
    'Cits iemesls',
  ])
  expect(shown('turn_down', 'other_job', 'en')).not.toBe(shown('turn_down', 'other_job'))
})

test('a reason that is in the log and no longer in the vocabulary is shown as it is stored', () => {
  expect(shown('refuse', 'unheard_of')).toBe('unheard_of')
})
