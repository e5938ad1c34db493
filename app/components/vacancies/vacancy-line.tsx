// A vacancy as a line of results: the same wherever vacancies are listed.
import { Link } from '@remix-run/react'
import { Tag } from '@navikt/ds-react/Tag'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import type { AcceptanceSummary } from '#app/domain/vacancies/acceptance-summary.ts'
import { occupationTitle } from '#app/domain/occupations/occupations.ts'
import { municipalityName } from '#app/domain/places/places.ts'
import type { Visibility } from '#app/domain/vacancies/vacancy.ts'
import type { Shift, SupportOffered } from '#app/domain/vacancies/job-terms.ts'
import { paths } from '#app/paths.ts'
import { AcceptanceLine } from './acceptance-line.tsx'
import { useLanguage, useText, useWord } from '#app/components/ui/i18n.tsx'
import { Marked, type Pieces } from '#app/components/search/marked.tsx'
import { usePay, type PayStated } from './pay.tsx'
import { SupportList } from './support-list.tsx'

export type VacancyLineData = PayStated & {
  id: string
  title: string
  employer: string
  visibility: Visibility
  municipality: string | null
  place: string
  shifts: readonly Shift[]
  supportOffered: readonly SupportOffered[]
  acceptance: AcceptanceSummary
  source: object | null
}

/** What met the words of a search; `why` is said where nothing in the line did. */
export type VacancyLineMarks = {
  title: Pieces
  employer: Pieces
  why: { kind: 'text'; pieces: Pieces } | { kind: 'occupation'; isco: string } | null
}

/** "Grobiņa, Dienvidkurzemes novads"; a city is said once. */
export function placeName({ place, municipality }: { place: string; municipality: string | null }): string {
  const whole = municipality === null ? '' : municipalityName(municipality)
  return [...new Set([place, whole])].filter((part) => part !== '').join(', ')
}

type FactsProps = { vacancy: VacancyLineData; distanceKm: number | null; employer?: Pieces | undefined }

/** Who, where and how far, pay, shifts: the first line under a vacancy's title. */
export function VacancyLineFacts({ vacancy, distanceKm, employer }: FactsProps) {
  const t = useText()
  const word = useWord()
  const pay = usePay()
  const place = placeName(vacancy)
  return (
    <BodyShort className="vacancy-facts">
      <span>{employer ? <Marked pieces={employer} /> : vacancy.employer}</span>
      {place !== '' && <span>{distanceKm === null ? place : t('pages.vacancy.distance', { place, km: distanceKm })}</span>}
      <span>{pay(vacancy)}</span>
      {vacancy.shifts.length > 0 && <span>{vacancy.shifts.map((shift) => word('shift', shift).toLowerCase()).join(', ')}</span>}
    </BodyShort>
  )
}

export function VacancyTags({ vacancy }: { vacancy: Pick<VacancyLineData, 'visibility' | 'source'> }) {
  const t = useText()
  return (
    <>
      {vacancy.visibility === 'closed' && (
        <Tag size="small" variant="outline">
          {t('pages.search.closedTag')}
        </Tag>
      )}
      {vacancy.source !== null && (
        <Tag size="small" variant="outline">
          {t('pages.search.fromRegister')}
        </Tag>
      )}
    </>
  )
}

function Why({ why }: { why: NonNullable<VacancyLineMarks['why']> }) {
  const t = useText()
  const language = useLanguage()
  return (
    <BodyShort className="vacancy-why">
      {why.kind === 'occupation' ? (
        t('pages.search.whyOccupation', { occupation: occupationTitle(why.isco, language) })
      ) : (
        <>
          {t('pages.search.whyText')} <Marked pieces={why.pieces} />
        </>
      )}
    </BodyShort>
  )
}

type Props = { vacancy: VacancyLineData; distanceKm: number | null; to?: string; marks?: VacancyLineMarks | null }

export function VacancyLine({ vacancy, distanceKm, to, marks = null }: Props) {
  return (
    <article className="vacancy-line">
      <Heading size="small" level="3">
        <Link to={to ?? paths.vacancy(vacancy.id)}>{marks ? <Marked pieces={marks.title} /> : vacancy.title}</Link>
      </Heading>
      <VacancyLineFacts vacancy={vacancy} distanceKm={distanceKm} employer={marks?.employer} />
      {marks?.why && <Why why={marks.why} />}
      <BodyShort as="div" className="vacancy-second">
        <AcceptanceLine summary={vacancy.acceptance} />
        <SupportList support={vacancy.supportOffered} />
        <VacancyTags vacancy={vacancy} />
      </BodyShort>
    </article>
  )
}
