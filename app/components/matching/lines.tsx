// One match as a line: of a vacancy for a person, or of a person for a vacancy; its reasons, all criteria, and what can be done.
import type { ReactNode } from 'react'
import { Link } from '@remix-run/react'
import { HStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import type { Instant } from '#app/domain/shared/day.ts'
import type { Answer } from '#app/domain/matching/criterion.ts'
import type { ProposalState } from '#app/domain/proposals/proposal.ts'
import { paths } from '#app/paths.ts'
import { Form } from '#app/components/ui/form.tsx'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { StateTag } from '#app/components/proposals/proposal-state.tsx'
import { VacancyLineFacts, VacancyTags, type VacancyLineData } from '#app/components/vacancies/vacancy-line.tsx'
import { AllCriteria, DecisiveReasons } from './answers.tsx'
import { AskEmployer, type Contact } from './ask-employer.tsx'

type Mark = { proposalId: string; state: ProposalState; live: boolean }

export type VacancyMatchLine = {
  vacancy: VacancyLineData & { source: { id: string } | null }
  distanceKm: number | null
  answers: Answer[]
  toBeConfirmed: boolean
  /** Null: its employer has no account in Tilts. */
  contact: Contact | null
  mark: Mark | null
  /** Why it cannot be proposed, as far as a list knows. */
  inTheWay: 'oneAtATime' | 'refusalLimit' | null
}

/** A link to the open proposal, or to proposing the pair. */
function Propose({ mark, to }: { mark: Mark | null; to: string | null }) {
  const t = useText()
  return (
    <>
      {mark && (
        <span>
          <Link to={paths.casework.proposal(mark.proposalId)}>{t('casework.matching.proposal')}</Link> <StateTag state={mark.state} />
        </span>
      )}
      {to !== null && !mark?.live && (
        <Link to={to} className="no-print">
          {t('casework.matching.propose')}
        </Link>
      )}
    </>
  )
}

/** Hiding and showing again: a small form, so that nothing changes by a GET. */
export function HideForm({ vacancyId, hide, children }: { vacancyId: string; hide: boolean; children: ReactNode }) {
  return (
    <Form name={`hide-${vacancyId}`} preventScrollReset className="no-print">
      <input type="hidden" name="vacancyId" value={vacancyId} />
      <input type="hidden" name="hide" value={hide ? 'yes' : 'no'} />
      <button type="submit" className="as-link">
        {children}
      </button>
    </Form>
  )
}

export function VacancyMatch({ candidateId, line, hidden }: { candidateId: string; line: VacancyMatchLine; hidden: boolean }) {
  const t = useText()
  const { vacancy, distanceKm, answers, toBeConfirmed, contact, mark, inTheWay } = line
  return (
    <li>
      <Heading size="small" level="4">
        <Link to={paths.vacancy(vacancy.id)}>{vacancy.title}</Link>
      </Heading>
      <VacancyLineFacts vacancy={vacancy} distanceKm={distanceKm} />
      {(vacancy.visibility === 'closed' || vacancy.source !== null) && (
        <HStack gap="space-8">
          <VacancyTags vacancy={vacancy} />
        </HStack>
      )}
      <DecisiveReasons answers={answers} toBeConfirmed={toBeConfirmed} />
      <AllCriteria answers={answers} />
      <div className="match-actions">
        <Propose mark={mark} to={contact === null || inTheWay !== null ? null : paths.casework.propose(candidateId, vacancy.id)} />
        {inTheWay === 'oneAtATime' && contact !== null && !mark?.live && (
          <Link to={paths.casework.personProposals(candidateId)}>{t('casework.people.tab.proposals')}</Link>
        )}
        {inTheWay !== null && contact !== null && !mark?.live && <BodyShort size="small">{t(`problems.${inTheWay}`)}</BodyShort>}
        <AskEmployer contact={contact} source={vacancy.source} />
        <HideForm vacancyId={vacancy.id} hide={!hidden}>
          {t(hidden ? 'casework.matching.show' : 'casework.matching.hide')}
        </HideForm>
      </div>
    </li>
  )
}

export type PersonMatchLine = {
  candidateId: string
  code: string
  waitingSince: Instant
  answers: Answer[]
  toBeConfirmed: boolean
  mark: Mark | null
}

export function PersonMatch({ line, vacancyId, canPropose }: { line: PersonMatchLine; vacancyId: string; canPropose: boolean }) {
  const t = useText()
  const format = useFormat()
  return (
    <li>
      <Heading size="small" level="3">
        <Link to={paths.casework.person(line.candidateId)} className="code">
          {line.code}
        </Link>
      </Heading>
      <BodyShort>{t('casework.matching.waitingSince', { day: format.instantDay(line.waitingSince) })}</BodyShort>
      <DecisiveReasons answers={line.answers} toBeConfirmed={line.toBeConfirmed} />
      <AllCriteria answers={line.answers} />
      <div className="match-actions">
        <Propose mark={line.mark} to={canPropose ? paths.casework.propose(line.candidateId, vacancyId) : null} />
      </div>
    </li>
  )
}
