// A proposal on paper, A4, with a slip to tear off.
import type { ReactNode } from 'react'

type Line = { label: string; value: string }
type Disclosure = { title: string; lines: readonly string[] }
export type Paper = {
  language: string
  title: string
  lead: string
  facts: readonly Line[]
  learn: Disclosure
  ruledOut: (Disclosure & { means: string }) | null
  notLearn: Disclosure
  slip: { cut: string; title: string; facts: readonly Line[]; yes: string; no: string; ask: string; dated: string; give: string }
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <dl>
      {lines.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function DisclosureList({ title, lines }: Disclosure) {
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

function Box({ children }: { children: ReactNode }) {
  return (
    <p>
      <span className="box" aria-hidden="true" />
      {children}
    </p>
  )
}

export function ProposalPaper({ paper }: { paper: Paper }) {
  const { slip } = paper
  return (
    <article className="proposal-paper" lang={paper.language}>
      <h1>{paper.title}</h1>
      <p>{paper.lead}</p>
      <Lines lines={paper.facts} />
      <DisclosureList {...paper.learn} />
      {paper.ruledOut && (
        <>
          <DisclosureList {...paper.ruledOut} />
          <p>{paper.ruledOut.means}</p>
        </>
      )}
      <DisclosureList {...paper.notLearn} />
      <section className="proposal-slip">
        <p className="cut">✂ {slip.cut}</p>
        <h2>{slip.title}</h2>
        <Lines lines={slip.facts} />
        <Box>{slip.yes}</Box>
        <Box>{slip.no}</Box>
        <Box>{slip.ask}</Box>
        <div className="line" />
        <p>
          {slip.dated}: ______________ {slip.give}
        </p>
      </section>
    </article>
  )
}
