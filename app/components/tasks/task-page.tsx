// A list of things to do: what, about whom, since when, by when; and what was done in the last days.
import { Link } from '@remix-run/react'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import type { HandoverRefusal } from '#app/domain/involvement/handover.ts'
import { DONE_SHOWN_DAYS, NEEDS_ONLY_READING, type TaskKind, type TaskParty } from '#app/domain/tasks/task.ts'
import { Choices } from '#app/components/ui/choices.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'
import { PageLinks } from '#app/components/ui/pages.tsx'
import { paths } from '#app/paths.ts'

type Line = {
  id: string
  kind: TaskKind
  aboutId: string
  from: TaskParty
  createdAt: number
  dueOn: string
  doneAt: number | null
  doneBy: string | null
  candidateId: string | null
  code: string | null
  label: string
  proposalId: string | null
  vacancyId: string | null
  vacancyTitle: string | null
  organisation: string | null
  refusal: HandoverRefusal | null
}
type Role = 'casework' | 'employer' | 'coordinator'
type Tasks = {
  show: 'open' | 'done'
  whose: 'mine' | 'all'
  rows: readonly Line[]
  previous: string | null
  next: string | null
  total: number
  today: string
}

export function TaskPage({ tasks, of }: { tasks: Tasks; of: Role }) {
  const t = useText()
  const { show, whose, rows, previous, next, total, today } = tasks
  const to = paths[of].tasks
  const shown = (value: 'open' | 'done') => ({
    value,
    label: t(`tasks.show.${value}`, { count: DONE_SHOWN_DAYS }),
    to: to({ show: value, whose }),
  })
  const ofWhom = (value: 'mine' | 'all') => ({ value, label: t(`tasks.whose.${value}`), to: to({ show, whose: value }) })
  return (
    <VStack gap="space-24" className="reading">
      <Heading size="large" level="1">
        {t('tasks.title')}
      </Heading>
      <HStack gap="space-24">
        <Choices label={t('tasks.show.label')} chosen={show} choices={[shown('open'), shown('done')]} />
        {of === 'casework' && <Choices label={t('tasks.whose.label')} chosen={whose} choices={[ofWhom('mine'), ofWhom('all')]} />}
      </HStack>
      {rows.length === 0 ? (
        <BodyLong>{t(`tasks.empty.${show}`, { count: DONE_SHOWN_DAYS })}</BodyLong>
      ) : (
        <ul className="plain-list">
          {rows.map((line) => (
            <TaskLine key={line.id} line={line} today={today} />
          ))}
        </ul>
      )}
      <PageLinks previous={previous} next={next} total={total} />
    </VStack>
  )
}

/** Where it is done. */
function placeOf({ kind, aboutId, candidateId, proposalId, vacancyId }: Line): string | null {
  switch (kind) {
    case 'question':
      return proposalId === null ? null : paths.casework.proposal(proposalId)
    case 'correction':
    case 'withdrawal':
      return candidateId === null ? null : paths.casework.person(candidateId)
    case 'erasure_wish':
      return candidateId === null ? null : paths.casework.erase(candidateId)
    case 'retention':
      return paths.casework.retention()
    case 'handover':
    case 'joining':
      return paths.casework.handover(aboutId)
    case 'offer_declined':
      return candidateId === null ? null : paths.casework.organisations(candidateId)
    case 'code_check':
      return candidateId === null ? null : paths.casework.identity(candidateId)
    case 'merged':
      return candidateId === null ? null : paths.casework.organisations(candidateId)
    case 'confirmation':
      return paths.casework.confirmation(aboutId)
    case 'confirmed':
      return candidateId === null || vacancyId === null ? null : paths.casework.propose(candidateId, vacancyId)
    case 'duplicate':
      return paths.coordinator.duplicates()
    case 'approval':
      return paths.coordinator.approvals()
    case 'approval_answer':
      return vacancyId === null ? null : paths.employer.vacancy(vacancyId)
  }
}

function TaskLine({ line, today }: { line: Line; today: string }) {
  const t = useText()
  const format = useFormat()
  const word = useWord()
  const { id, kind, code, label, vacancyTitle, organisation, refusal, createdAt, dueOn, doneAt, doneBy } = line
  const place = doneAt === null ? placeOf(line) : null
  const what = t(`tasks.what.${kind}`, { vacancy: vacancyTitle ?? '', organisation: organisation ?? '' })
  const about = code === null ? [] : [label === '' ? code : `${code}, ${label}`]
  const why = refusal === null ? [] : [word('handoverRefusal', refusal)]
  const since = t('tasks.since', { day: format.instantDay(createdAt) })
  return (
    <li>
      <VStack gap="space-4">
        {place === null ? <BodyShort weight="semibold">{what}</BodyShort> : <Link to={place}>{what}</Link>}
        <BodyShort size="small" className="subdued">
          {[...why, ...about, since].join(' · ')}
          {' · '}
          {doneAt === null ? (
            <span className={dueOn < today ? 'late' : undefined}>
              {t(dueOn < today ? 'tasks.late' : 'tasks.until', { day: format.day(dueOn) })}
            </span>
          ) : (
            t(doneBy === null ? 'tasks.endedByItself' : 'tasks.doneBy', { day: format.instantDay(doneAt), who: doneBy ?? '' })
          )}
        </BodyShort>
        {doneAt === null && NEEDS_ONLY_READING.some((one) => one === kind) && (
          <Form>
            <div>
              <Submit name="taskId" value={id} size="small" variant="tertiary" className="flush">
                {t('tasks.read')}
              </Submit>
            </div>
          </Form>
        )}
      </VStack>
    </li>
  )
}
