// Proposals as a caseworker reads them in a list: whose, for what, how it stands, since when, by when.
import { Link } from '@remix-run/react'
import { Table } from '@navikt/ds-react/Table'
import type { Instant } from '#app/domain/shared/day.ts'
import { isFinal, type ProposalState } from '#app/domain/proposals/proposal.ts'
import { paths } from '#app/paths.ts'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { VerdictIcon } from '../matching/verdict.tsx'
import { StateTag } from './proposal-state.tsx'

export type CaseworkLine = {
  id: string
  state: ProposalState
  stateSince: Instant
  deadlineAt: Instant | null
  candidateId: string
  code: string
  vacancyTitle: string
  place: string
  employerName: string | null
  openQuestions: number
}

/** By when an answer is due; once passed, said in words as well as in red. `bare`: under a heading that says it already. */
export function Deadline({ at, now, bare = false }: { at: Instant; now: Instant; bare?: boolean }) {
  const t = useText()
  const format = useFormat()
  const late = at <= now
  if (bare && !late) return <span>{format.instantDay(at)}</span>
  return (
    <span className={late ? 'late' : undefined}>
      {t(late ? 'casework.proposals.late' : 'casework.proposals.until', { day: format.instantDay(at) })}
    </span>
  )
}

function Question() {
  const t = useText()
  return (
    <div>
      <span className="verdict verdict-check">
        <VerdictIcon verdict="check" />
        {t('casework.proposals.question')}
      </span>
    </div>
  )
}

export function CaseworkTable({ lines, now, withCode }: { lines: readonly CaseworkLine[]; now: Instant; withCode: boolean }) {
  const t = useText()
  const format = useFormat()
  return (
    <div className="scroll-x">
      <Table size="small" className="stacks">
        <Table.Header>
          <Table.Row>
            {withCode && <Table.HeaderCell scope="col">{t('proposals.code')}</Table.HeaderCell>}
            <Table.HeaderCell scope="col">{t('proposals.vacancy')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('proposals.state')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('proposals.waitingSince')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('proposals.answerBy')}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {lines.map((line) => (
            <Table.Row key={line.id}>
              {withCode && (
                <Table.DataCell>
                  <Link to={paths.casework.person(line.candidateId)} className="code">
                    {line.code}
                  </Link>
                </Table.DataCell>
              )}
              <Table.HeaderCell scope="row">
                <Link to={paths.casework.proposal(line.id)}>{line.vacancyTitle}</Link>
                <div className="subdued own-label">{[line.employerName, line.place].filter(Boolean).join(', ')}</div>
              </Table.HeaderCell>
              <Table.DataCell>
                <StateTag state={line.state} />
                {line.openQuestions > 0 && !isFinal(line.state) && <Question />}
              </Table.DataCell>
              <Table.DataCell data-label={t('proposals.waitingSince')}>{format.instantDay(line.stateSince)}</Table.DataCell>
              <Table.DataCell data-label={t('proposals.answerBy')}>
                {line.deadlineAt !== null && !isFinal(line.state) && <Deadline at={line.deadlineAt} now={now} bare />}
              </Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
