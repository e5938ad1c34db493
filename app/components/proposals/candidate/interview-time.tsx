// When and where the interview is: large, because it is what the page is opened for.
import type { Instant } from '#app/domain/shared/day.ts'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'

export function InterviewTime({ at, place }: { at: Instant; place: string | null }) {
  const t = useText()
  const format = useFormat()
  return (
    <p className="interview-time">
      <span>{t('candidate.proposals.interview')}</span>
      <strong>
        <time dateTime={new Date(at).toISOString()}>{format.instantTime(at)}</time>
      </strong>
      {place !== null && <strong>{place}</strong>}
    </p>
  )
}
