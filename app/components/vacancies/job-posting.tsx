// A vacancy for machines: schema.org JobPosting. Only what the page says too.
import type { Instant } from '#app/domain/shared/day.ts'
import { municipalityName } from '#app/domain/places/places.ts'
import type { Coordinates } from '#app/domain/vacancies/vacancy.ts'
import type { Contract } from '#app/domain/vacancies/job-terms.ts'
import type { PayStated } from './pay.tsx'

export type JobPostingData = PayStated & {
  id: string
  title: string
  employer: string
  description: string
  municipality: string | null
  place: string
  address: string
  coordinates: Coordinates | null
  contract: Contract | null
  hoursPerWeek: number | null
  positions: number
  publishedAt: Instant
  expiresAt: Instant
}

const FULL_TIME_FROM_HOURS = 35

function employmentTypes({ contract, hoursPerWeek }: JobPostingData): string[] {
  const hours = hoursPerWeek === null ? [] : [hoursPerWeek >= FULL_TIME_FROM_HOURS ? 'FULL_TIME' : 'PART_TIME']
  const temporary = contract === 'fixed_term' || contract === 'seasonal' ? ['TEMPORARY'] : []
  const types = [...hours, ...temporary]
  return types.length > 0 ? types : ['OTHER']
}

function salary({ payFromCents, payToCents, payPeriod }: JobPostingData) {
  if (payFromCents === null && payToCents === null) return {}
  const value = {
    '@type': 'QuantitativeValue',
    ...(payFromCents === null ? {} : { minValue: payFromCents / 100 }),
    ...(payToCents === null ? {} : { maxValue: payToCents / 100 }),
    unitText: payPeriod === 'hour' ? 'HOUR' : 'MONTH',
  }
  return { baseSalary: { '@type': 'MonetaryAmount', currency: 'EUR', value } }
}

/** @param url the page's whole address. */
export function jobPostingOf(vacancy: JobPostingData, url: string) {
  const address = {
    '@type': 'PostalAddress',
    addressCountry: 'LV',
    addressLocality: vacancy.place === '' ? undefined : vacancy.place,
    addressRegion: vacancy.municipality === null ? undefined : municipalityName(vacancy.municipality),
    streetAddress: vacancy.address === '' ? undefined : vacancy.address,
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    url,
    identifier: { '@type': 'PropertyValue', name: 'Tilts', value: vacancy.id },
    title: vacancy.title,
    // The register and job boards read this as HTML.
    description: paragraphsOf(vacancy.description === '' ? vacancy.title : vacancy.description)
      .map((lines) => `<p>${lines.map(escaped).join('<br>')}</p>`)
      .join(''),
    datePosted: new Date(vacancy.publishedAt).toISOString(),
    validThrough: new Date(vacancy.expiresAt).toISOString(),
    employmentType: employmentTypes(vacancy),
    hiringOrganization: { '@type': 'Organization', name: vacancy.employer },
    jobLocation: {
      '@type': 'Place',
      address,
      ...(vacancy.coordinates
        ? { geo: { '@type': 'GeoCoordinates', latitude: vacancy.coordinates.lat, longitude: vacancy.coordinates.lon } }
        : {}),
    },
    totalJobOpenings: vacancy.positions,
    directApply: false,
    ...salary(vacancy),
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Plain text as it was written: paragraphs of lines. */
export function paragraphsOf(text: string): string[][] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
}

/** What may stand inside a script element: no text of a vacancy can end it. */
function scriptText(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}

export function JobPosting({ vacancy, url, nonce }: { vacancy: JobPostingData; url: string; nonce: string | undefined }) {
  const content = { __html: scriptText(jobPostingOf(vacancy, url)) }
  // Browsers hide the nonce from the page, so hydration would see a difference that is none.
  return <script type="application/ld+json" nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={content} />
}
