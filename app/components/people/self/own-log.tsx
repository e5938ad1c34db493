// What a person allowed, who looked, and what they said was wrong: by day, newest first.
import type { Disclosure } from '#app/domain/proposals/anonymity.ts'
import { dayOf, type Instant } from '#app/domain/shared/day.ts'
import type { Role } from '#app/domain/organisations/organisation.ts'
import type { ConsentChannel } from '#app/domain/proposals/proposal.ts'
import { BodyShort } from '@navikt/ds-react/Typography'
import { useFormat, useLanguage, useText, useWord } from '#app/components/ui/i18n.tsx'
import { disclosureLines } from '#app/i18n/disclosures.ts'
import { Sentences } from './own-data.tsx'

function useDay(): (at: Instant) => string {
  const format = useFormat()
  return (at) => format.day(dayOf(at))
}

type GivenConsent = {
  id: string
  employerName: string
  vacancyTitle: string
  answer: 'yes' | 'no'
  answeredBy: 'candidate' | 'caseworker'
  channel: ConsentChannel | null
  discloses: readonly Disclosure[]
  answeredAt: Instant
  withdrawnAt: Instant | null
}

export function ConsentLog({ consents }: { consents: readonly GivenConsent[] }) {
  const t = useText()
  const word = useWord()
  const language = useLanguage()
  const day = useDay()
  if (consents.length === 0) return <BodyShort>{t('candidate.about.noConsents')}</BodyShort>
  return (
    <ul className="sentences">
      {consents.map((one) => (
        <li key={one.id}>
          <strong>
            {t(`candidate.about.consent.${one.answer}`, { day: day(one.answeredAt), employer: one.employerName, job: one.vacancyTitle })}
          </strong>
          {one.answer === 'yes' && (
            <ul className="disclosed">
              {disclosureLines(language, one.discloses).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          {one.answeredBy === 'caseworker' &&
            one.channel !== null &&
            t('candidate.about.consent.byCaseworker', { channel: word('consentChannel', one.channel).toLowerCase() })}{' '}
          {one.withdrawnAt !== null && t('candidate.about.consent.tookBack', { day: day(one.withdrawnAt) })}
        </li>
      ))}
    </ul>
  )
}

type OwnLook = {
  at: Instant
  subject: 'identity' | 'restricted_record'
  purpose: 'casework' | 'match' | 'edit' | 'employer_named'
  role: Role | null
}

export function LookLog({ looks }: { looks: readonly OwnLook[] }) {
  const t = useText()
  const format = useFormat()
  if (looks.length === 0) return <BodyShort>{t('candidate.about.noLooks')}</BodyShort>
  const lines = looks.map(({ at, subject, purpose, role }) =>
    t(`candidate.about.look.${purpose}`, {
      at: format.instantTime(at),
      role: t(`candidate.about.lookRole.${role ?? 'unknown'}`),
      what: t(`candidate.about.lookWhat.${subject}`),
    }),
  )
  return <Sentences lines={lines} />
}

type Said = { id: string; text: string; state: 'open' | 'done'; createdAt: Instant; doneAt: Instant | null }

export function SaidLog({ said }: { said: readonly Said[] }) {
  const t = useText()
  const day = useDay()
  return (
    <ul className="sentences">
      {said.map(({ id, text, createdAt, doneAt }) => (
        <li key={id}>
          <p className="quote">{text}</p>
          {doneAt === null
            ? t('candidate.about.saidOpen', { day: day(createdAt) })
            : t('candidate.about.saidDone', { day: day(createdAt), done: day(doneAt) })}
        </li>
      ))}
    </ul>
  )
}
