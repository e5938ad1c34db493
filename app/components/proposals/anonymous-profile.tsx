// What an employer may know of a person before the second yes. Takes the type that cannot hold more.
import type { AnonymousCandidate } from '#app/domain/proposals/anonymity.ts'
import { occupationTitle } from '#app/domain/occupations/occupations.ts'
import { municipalityByCode } from '#app/domain/places/places.ts'
import { Facts } from '#app/components/ui/facts.tsx'
import { useFormat, useLanguage, useText, useWord } from '#app/components/ui/i18n.tsx'

export function AnonymousProfile({ person }: { person: AnonymousCandidate }) {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  const language = useLanguage()
  const until = (expiresOn: string | null) => (expiresOn === null ? '' : ` (${t('proposals.validUntil', { day: format.day(expiresOn) })})`)
  const licences = [
    ...person.driving.map((one) => word('driving', one.category) + until(one.expiresOn)),
    ...person.certificates.map((one) => word('certificate', one.certificate) + until(one.expiresOn)),
    ...(person.medicalBook?.state === 'valid' ? [t('proposals.medicalBook') + until(person.medicalBook.expiresOn)] : []),
  ]
  const area = person.travelMunicipality === null ? null : (municipalityByCode(person.travelMunicipality)?.name ?? null)
  const travel = [
    area,
    person.travelMeans && word('travelMeans', person.travelMeans).toLowerCase(),
    person.maxKm && t('proposals.upToKm', { km: person.maxKm }),
  ]
  return (
    <Facts
      facts={[
        { label: t('proposals.occupations'), value: format.list(person.occupationsWanted.map((isco) => occupationTitle(isco, language))) },
        {
          label: t('proposals.experience'),
          value: format.list(
            person.experience.map((one) => `${occupationTitle(one.occupation, language)} (${t('common.months', { count: one.months })})`),
          ),
        },
        { label: t('proposals.skills'), value: format.list(person.skills) },
        { label: t('proposals.licences'), value: format.list(licences) },
        {
          label: t('proposals.languages'),
          value: format.list(person.languages.map((one) => `${word('language', one.language)} ${one.level}`)),
        },
        { label: t('proposals.education'), value: person.education && word('education', person.education) },
        {
          label: t('proposals.shifts'),
          value: person.shifts && format.list(person.shifts.map((shift) => word('shift', shift).toLowerCase())),
        },
        { label: t('proposals.startFrom'), value: person.startFrom && format.month(person.startFrom) },
        { label: t('proposals.travel'), value: travel.filter(Boolean).join(', ') },
        {
          label: t('proposals.supportNeeded'),
          value: format.list(person.supportNeeded.map((one) => word('supportOffered', one).toLowerCase())),
        },
      ]}
    />
  )
}
