// What a yes tells the employer and what no yes ever tells; stands above every yes, never elsewhere.
import { NEVER_DISCLOSED, type Disclosure } from '#app/domain/proposals/anonymity.ts'
import { useLanguage, useText, useWord } from '#app/components/ui/i18n.tsx'
import { disclosureLines } from '#app/i18n/disclosures.ts'

export function DisclosureLists({ employer, discloses }: { employer: string; discloses: readonly Disclosure[] }) {
  const t = useText()
  const word = useWord()
  const language = useLanguage()
  return (
    <div className="disclosure">
      <p id="learn">{t('candidate.proposals.theyLearn', { employer })}</p>
      <ul className="told" aria-labelledby="learn">
        {disclosureLines(language, discloses).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p id="never">{t('candidate.proposals.theyNever', { employer })}</p>
      <ul className="untold" aria-labelledby="never">
        {NEVER_DISCLOSED.map((one) => (
          <li key={one}>{word('neverDisclosed', one)}</li>
        ))}
      </ul>
    </div>
  )
}
