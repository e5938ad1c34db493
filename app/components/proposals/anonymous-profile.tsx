// What an employer may know of a person before the second yes. Takes the type that cannot hold more.
import { BodyShort } from '@navikt/ds-react/Typography'
import type { AnonymousView, Fit } from '#app/domain/proposals/anonymous-view.ts'
import type { EmployerCriterion } from '#app/domain/matching/to-discuss.ts'
import { Facts } from '#app/components/ui/facts.tsx'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'

type Asked = 'skill' | 'paper' | 'book' | 'language' | 'education' | 'shift'
type Answered = { what: string; fit: Fit }

function FitList({ asked, items }: { asked: Asked; items: readonly Answered[] }) {
  const t = useText()
  return (
    <ul className="bare-list">
      {items.map(({ what, fit }) => (
        <li key={what}>
          {what}: <strong>{t(`proposals.fit.${asked}.${fit}`)}</strong>
        </li>
      ))}
    </ul>
  )
}

export function AnonymousProfile({ person }: { person: AnonymousView }) {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  const fits = (asked: Asked, items: readonly Answered[]) => items.length > 0 && <FitList asked={asked} items={items} />
  const { experience, education, medicalBook, start, travel } = person
  const papers = [
    ...person.driving.map(({ category, fit }) => ({ what: word('driving', category), fit })),
    ...person.certificates.map(({ certificate, fit }) => ({ what: word('certificate', certificate), fit })),
  ]
  const languages = person.languages.map(({ language, level, fit }) => ({ what: `${word('language', language)} ${level}`, fit }))
  const shifts = person.shifts.map(({ shift, fit }) => ({ what: word('shift', shift), fit }))
  return (
    <Facts
      facts={[
        { label: t('proposals.experience'), value: experience && t(`proposals.experienceBand.${experience}`) },
        {
          label: t('proposals.skills'),
          value: fits(
            'skill',
            person.skills.map(({ skill, fit }) => ({ what: skill, fit })),
          ),
        },
        { label: t('proposals.licences'), value: fits('paper', papers) },
        { label: t('proposals.medicalBook'), value: medicalBook && t(`proposals.fit.book.${medicalBook}`) },
        { label: t('proposals.languages'), value: fits('language', languages) },
        {
          label: t('proposals.education'),
          value: education && fits('education', [{ what: word('education', education.level), fit: education.fit }]),
        },
        { label: t('proposals.shifts'), value: fits('shift', shifts) },
        {
          label: t('proposals.startFrom'),
          value: typeof start === 'string' ? t(`proposals.start.${start}`) : start && format.month(start.month),
        },
        { label: t('proposals.travel'), value: travel && t(`proposals.reach.${travel}`) },
      ]}
    />
  )
}

/** The view in one sentence: whether all that was asked is met, or what is still to be talked about. */
export function ViewInShort({ toDiscuss }: { toDiscuss: readonly EmployerCriterion[] }) {
  const t = useText()
  const format = useFormat()
  if (toDiscuss.length === 0) return t('proposals.meets')
  return t('proposals.toDiscuss', { what: format.list(toDiscuss.map((one) => t(`match.criterion.${one}`).toLowerCase())) })
}

/** All that the employer would read, for those who decide whether it is sent. */
export function AllThatIsTold({ told: { shown, toDiscuss } }: { told: { shown: AnonymousView; toDiscuss: readonly EmployerCriterion[] } }) {
  return (
    <>
      <BodyShort spacing>
        <ViewInShort toDiscuss={toDiscuss} />
      </BodyShort>
      <AnonymousProfile person={shown} />
    </>
  )
}
