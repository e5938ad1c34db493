// The people as a table: who, where they stand, what they want, what is in place, on whom they wait, what comes next.
import { Link } from '@remix-run/react'
import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons'
import { Table } from '@navikt/ds-react/Table'
import { isSeeking } from '#app/domain/people/candidate.ts'
import { isActivity, type ShownStage } from '#app/domain/people/shown-stage.ts'
import { occupationTitle } from '#app/domain/occupations/occupations.ts'
import { READINESS_TOTAL, type NextDate, type WaitingParty } from '#app/domain/people/person-line.ts'
import { paths } from '#app/paths.ts'
import { useFormat, useLanguage, useText, useWord } from '#app/components/ui/i18n.tsx'
import { useStageWord } from './stage-word.ts'
import { TableHead } from '#app/components/ui/table-head.tsx'

export type PersonRow = {
  id: string
  code: string
  label: string
  stage: ShownStage
  waitingSince: number
  occupationsWanted: readonly string[]
  readinessInPlace: number
  waiting: { on: WaitingParty; since: number } | null
  next: NextDate | null
  caseworker: string
}

function useColumn(): (name: 'person' | 'wants' | 'readiness' | 'waiting' | 'next') => string {
  const t = useText()
  return (name) => t(`casework.people.list.column.${name}`)
}

export function PeopleTable({ people, withCaseworker }: { people: readonly PersonRow[]; withCaseworker: boolean }) {
  const t = useText()
  const column = useColumn()
  return (
    <div className="scroll-x">
      <Table size="small" className="stacks">
        <TableHead
          columns={[
            column('person'),
            t('casework.people.stage'),
            column('wants'),
            column('readiness'),
            column('waiting'),
            column('next'),
            ...(withCaseworker ? [t('casework.people.caseworker')] : []),
            { name: t('casework.people.tab.match'), hidden: true },
          ]}
        />
        <Table.Body>
          {people.map((person) => (
            <PersonLine key={person.id} person={person} withCaseworker={withCaseworker} />
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

function PersonLine({ person, withCaseworker }: { person: PersonRow; withCaseworker: boolean }) {
  const t = useText()
  const word = useWord()
  const stageWord = useStageWord()
  const format = useFormat()
  const language = useLanguage()
  const column = useColumn()
  const { waiting, next } = person
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">
        <Link to={paths.casework.person(person.id)} className="code">
          {person.code}
        </Link>
        {person.label !== '' && <div className="own-label">{person.label}</div>}
      </Table.HeaderCell>
      <Table.DataCell>
        {stageWord(person.stage)}
        {(isActivity(person.stage) ? person.stage === 'seeking' : isSeeking(person.stage)) && (
          <div className="own-label">{t('casework.people.list.seeksSince', { day: format.instantDay(person.waitingSince) })}</div>
        )}
      </Table.DataCell>
      <Table.DataCell data-label={column('wants')}>
        {person.occupationsWanted.length === 0
          ? t('common.notKnown')
          : person.occupationsWanted.map((isco) => occupationTitle(isco, language)).join('; ')}
      </Table.DataCell>
      <Table.DataCell data-label={column('readiness')}>
        <ReadinessBar inPlace={person.readinessInPlace} />
      </Table.DataCell>
      <Table.DataCell data-label={waiting ? undefined : column('waiting')}>
        {waiting
          ? `${word('waitingOn', waiting.on)}, ${t('common.since', { day: format.instantDay(waiting.since) })}`
          : t('casework.people.list.waitsForNobody')}
      </Table.DataCell>
      <Table.DataCell data-label={column('next')}>{next && <Next {...next} />}</Table.DataCell>
      {withCaseworker && <Table.DataCell data-label={t('casework.people.caseworker')}>{person.caseworker}</Table.DataCell>}
      <Table.DataCell>
        <Link to={paths.casework.match(person.id)}>
          {t('casework.people.tab.match')}
          <span className="visually-hidden"> {person.code}</span>
        </Link>
      </Table.DataCell>
    </Table.Row>
  )
}

export function ReadinessBar({ inPlace }: { inPlace: number }) {
  const t = useText()
  return (
    <span className="readiness-bar">
      <meter
        min={0}
        max={READINESS_TOTAL}
        value={inPlace}
        aria-label={t('casework.people.list.inPlace', { done: inPlace, total: READINESS_TOTAL })}
      />
      <span aria-hidden>
        {inPlace}/{READINESS_TOTAL}
      </span>
    </span>
  )
}

function Next({ what, day, overdue }: NextDate) {
  const t = useText()
  const format = useFormat()
  return (
    <span className={overdue ? 'overdue' : undefined}>
      {overdue && <ExclamationmarkTriangleIcon title={t('casework.people.list.overdue')} />} {format.day(day)}:{' '}
      {t(`casework.people.list.next.${what}`)}
    </span>
  )
}
