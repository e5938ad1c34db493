// Everything that is held about a person, on screen and on paper: a heading and its facts for each part.
import { Heading, BodyShort } from '@navikt/ds-react/Typography'
import { VStack } from '@navikt/ds-react/Stack'
import { Facts } from '#app/components/ui/facts.tsx'

type Entry = { title: string | null; facts: readonly { label: string; value: string }[] }
type Part = { id: string; title: string; sentences: readonly string[]; entries: readonly Entry[] }
type File = { language: string; title: string; lead: readonly string[]; parts: readonly Part[]; nothing: string | null }

export function FilePaper({ file: { language, title, lead, parts, nothing } }: { file: File }) {
  return (
    <VStack as="article" gap="space-32" lang={language} className="file-paper">
      <div>
        <Heading size="large" level="1" spacing>
          {title}
        </Heading>
        {lead.map((line) => (
          <BodyShort key={line}>{line}</BodyShort>
        ))}
      </div>
      {parts.map((part) => (
        <FilePart key={part.id} part={part} />
      ))}
      {nothing !== null && <BodyShort>{nothing}</BodyShort>}
    </VStack>
  )
}

function FilePart({ part: { id, title, sentences, entries } }: { part: Part }) {
  return (
    <section aria-labelledby={id}>
      <Heading size="medium" level="2" id={id} spacing>
        {title}
      </Heading>
      {sentences.length > 0 && (
        <ul className="sentences">
          {sentences.map((line, number) => (
            <li key={number} className="as-typed">
              {line}
            </li>
          ))}
        </ul>
      )}
      {entries.map((entry, number) => (
        <section key={number} className="file-entry">
          {entry.title !== null && (
            <Heading size="small" level="3" spacing>
              {entry.title}
            </Heading>
          )}
          <Facts facts={entry.facts} />
        </section>
      ))}
    </section>
  )
}
