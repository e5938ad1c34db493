// The words of a move for the party that makes it.
import type { FormMove, FormParty } from '#app/domain/proposals/next-step.ts'
import type { ProposalMove } from '#app/domain/proposals/proposal.ts'
import { reasonWord } from '#app/i18n/reason-words.ts'
import type { TextKey, TextValues } from '#app/i18n/translate.ts'
import { useLanguage, useText } from '#app/components/ui/i18n.tsx'

type Named<Part extends string, Key = TextKey> = Key extends `proposals.moves.${infer Move}.${Part}` ? Move : never

/** Every move that somebody has words for, and whether it says what happens next. */
const SAYS_WHAT_NEXT: { readonly [Move in Named<'send'>]: Move extends Named<'text'> ? true : false } = {
  'employer.show_interest': true,
  'employer.refuse': true,
  'employer.interview': false,
  'employer.offer_job': true,
  'employer.start': false,
  'employer.not_start': false,
  'employer.end': true,
  'caseworker.ask': true,
  'caseworker.consent': true,
  'caseworker.send': true,
  'caseworker.name': true,
  'caseworker.interview': false,
  'caseworker.accept': true,
  'caseworker.turn_down': true,
  'caseworker.start': false,
  'caseworker.not_start': false,
  'caseworker.follow_up': true,
  'caseworker.end': true,
  'caseworker.withdraw': true,
  'candidate.consent': true,
  'candidate.decline': true,
  'candidate.name': true,
  'candidate.accept': true,
  'candidate.turn_down': true,
  'candidate.withdraw': true,
}

function hasWords(move: string): move is Named<'send'> {
  return Object.hasOwn(SAYS_WHAT_NEXT, move)
}

function hasText(move: Named<'send'>): move is Named<'text'> {
  return SAYS_WHAT_NEXT[move]
}

export type MoveWords = { title: string; text: string | null; send: string }

/** @param values what the words of a follow-up name: its week and its day. */
export function useMoveWords(): (party: FormParty, move: FormMove, values?: TextValues) => MoveWords {
  const t = useText()
  return (party, move, values) => {
    const name = `${party}.${move}`
    if (!hasWords(name)) throw new Error(`The ${party} has no words for ${move}`)
    return {
      title: t(`proposals.moves.${name}.title`, values),
      text: hasText(name) ? t(`proposals.moves.${name}.text`, values) : null,
      send: t(`proposals.moves.${name}.send`),
    }
  }
}

/** A reason of a move in words; one that is in the log and no longer in the vocabulary, as it is stored. */
export function useReasonWord(): (move: ProposalMove, reason: string) => string {
  const language = useLanguage()
  return (move, reason) => reasonWord(language, move, reason)
}
