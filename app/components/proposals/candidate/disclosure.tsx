// What a yes tells the employer and what no yes ever tells; stands above every yes, never elsewhere.
import { NEVER_DISCLOSED, type Disclosure } from '#app/domain/proposals/anonymity.ts'
import { capitalised } from '#app/i18n/capitalised.ts'
import { useLanguage, useText, useWord } from '#app/components/ui/i18n.tsx'
import { disclosureParts } from '#app/i18n/disclosures.ts'

export function DisclosureLists({ employer, discloses }: { employer: string; discloses: readonly Disclosure[] }) {
  const t = useText()
  const word = useWord()
  const { told, ruledOut } = disclosureParts(useLanguage(), discloses)
  return (
    <div className="disclosure">
      <p id="learn">{t('candidate.proposals.theyLearn', { employer })}</p>
      <ul className="told" aria-labelledby="learn">
        {told.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {ruledOut.length > 0 && (
        <>
          <p id="ruled-out">{t('candidate.proposals.ruledOut', { employer })}</p>
          <ul aria-labelledby="ruled-out">
            {ruledOut.map((line) => (
              <li key={line}>{capitalised(line)}</li>
            ))}
          </ul>
          <p className="means">{t('candidate.proposals.ruledOutMeans')}</p>
        </>
      )}
      <p id="never">{t('candidate.proposals.theyNever', { employer })}</p>
      <ul className="untold" aria-labelledby="never">
        {NEVER_DISCLOSED.map((one) => (
          <li key={one}>{word('neverDisclosed', one)}</li>
        ))}
      </ul>
    </div>
  )
}
