// What waits on an employer's home page: proposals, refusals that were taken back or decided on, vacancies about to end, vacancies in the register.
import { Link } from '@remix-run/react'
import { LinkCard } from '@navikt/ds-react/LinkCard'
import { LocalAlert } from '@navikt/ds-react/LocalAlert'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import type { OffenceFamily } from '#app/domain/vacancies/acceptance.ts'
import type { Day, Instant } from '#app/domain/shared/day.ts'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'
import { paths } from '#app/paths.ts'

type Waiting = { id: string; code: string; vacancyTitle: string; answerBy: Day | null }

export function WaitingProposals({ waiting }: { waiting: readonly Waiting[] }) {
  const t = useText()
  const format = useFormat()
  return (
    <section aria-labelledby="waits">
      <Heading size="medium" level="2" id="waits" spacing>
        {t('employer.home.waits')}
      </Heading>
      {waiting.length === 0 ? (
        <BodyShort>{t('employer.home.nothingWaits')}</BodyShort>
      ) : (
        <ul>
          {waiting.map((one) => (
            <li key={one.id}>
              <Link to={paths.employer.proposal(one.id)}>
                {one.code} · {one.vacancyTitle}
              </Link>
              {one.answerBy !== null && ` · ${t('employer.home.answerBy', { day: format.day(one.answerBy) })}`}
            </li>
          ))}
        </ul>
      )}
      <Link to={paths.employer.proposals()}>{t('employer.home.allProposals')}</Link>
    </section>
  )
}

type TakenBack = { vacancyId: string; title: string; families: readonly OffenceFamily[] }

/** Told until the employer has saved its answers anew. */
export function RefusalsTakenBack({ lines }: { lines: readonly TakenBack[] }) {
  const t = useText()
  const word = useWord()
  if (lines.length === 0) return null
  return (
    <LocalAlert status="warning">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">{t('employer.acceptance.takenBackTitle')}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        {lines.map(({ vacancyId, title, families }) => (
          <div key={vacancyId}>
            <BodyShort>
              {t('employer.acceptance.takenBack', { title, families: families.map((family) => word('offenceFamily', family)).join('; ') })}
            </BodyShort>
            <Link to={`${paths.employer.step(vacancyId, 'acceptance')}?from=summary`}>{t('employer.acceptance.takenBackLink')}</Link>
          </div>
        ))}
      </LocalAlert.Content>
    </LocalAlert>
  )
}

type Decided = { vacancyId: string; title: string; decision: 'approved' | 'refused' }

/** What a coordinator has decided of refusals in vacancies that are not published yet. */
export function DecidedApprovals({ lines }: { lines: readonly Decided[] }) {
  const t = useText()
  if (lines.length === 0) return null
  return (
    <section aria-label={t('employer.home.decided')}>
      <Heading size="medium" level="2" spacing>
        {t('employer.home.decided')}
      </Heading>
      <ul>
        {lines.map(({ vacancyId, title, decision }) => (
          <li key={vacancyId}>
            <Link to={paths.employer.summary(vacancyId)}>{title}</Link>: {t(`employer.home.approval.${decision}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}

type Ending = { id: string; title: string; expiresAt: Instant | null }

export function ToRefresh({ lines, now }: { lines: readonly Ending[]; now: Instant }) {
  const t = useText()
  const format = useFormat()
  if (lines.length === 0) return null
  return (
    <section aria-labelledby="refresh">
      <Heading size="medium" level="2" id="refresh" spacing>
        {t('employer.home.refreshTitle')}
      </Heading>
      <ul>
        {lines.map(({ id, title, expiresAt }) => (
          <li key={id}>
            <Link to={paths.employer.vacancy(id)}>{title}</Link>
            {expiresAt !== null &&
              ` · ${t(expiresAt <= now ? 'employer.home.endedOn' : 'employer.home.endsOn', { day: format.instantDay(expiresAt) })}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function ImportedCard({ count }: { count: number }) {
  const t = useText()
  return (
    <LinkCard>
      <LinkCard.Title as="h2">
        <LinkCard.Anchor asChild>
          <Link to={paths.employer.takeOver()}>{t('employer.home.importedTitle')}</Link>
        </LinkCard.Anchor>
      </LinkCard.Title>
      <LinkCard.Description>{t('employer.home.importedText', { count })}</LinkCard.Description>
    </LinkCard>
  )
}
