// Text as somebody wrote it: paragraphs and lines, nothing else.
import { Fragment } from 'react'
import { BodyLong } from '@navikt/ds-react/Typography'
import { paragraphsOf } from '#app/components/vacancies/job-posting.tsx'

export function PlainText({ text }: { text: string }) {
  return paragraphsOf(text).map((lines, at) => (
    <BodyLong key={`${at} ${lines[0] ?? ''}`}>
      {lines.map((line, row) => (
        <Fragment key={`${row} ${line}`}>
          {row > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </BodyLong>
  ))
}
