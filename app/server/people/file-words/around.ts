// The parts of a printed file that name organisations and what they did: shown only when the person wants them on the paper.
import { ruledOutKey } from '#app/domain/vacancies/refusal-limit.ts'
import { ruledOutWords } from '#app/i18n/disclosures.ts'
import { recordSentences } from '#app/i18n/record-sentences.ts'
import type { PersonFile } from '#db/people/export/export.ts'
import { entry, type Part, type Words } from './part.ts'

type Shares = PersonFile['handovers'][number]['shares']
type Basis = { basis: 'law' | 'consent' | null; basisName: string }

function basisWords({ t }: Words, { basis, basisName }: Basis): string {
  return [basis && t(`candidate.file.basis.${basis}`), basisName].filter((part) => part !== null && part !== '').join(': ')
}

const shared = ({ word, format }: Words, shares: Shares) => format.list(shares.map((one) => word('dataClass', one)))

function organisationsPart(words: Words, { organisations }: PersonFile): Part {
  const { t, format } = words
  const entries = organisations.map((one) =>
    entry(words, one.name, [
      ['role', t(`candidate.file.role.${one.role}`)],
      ['since', format.day(one.since)],
      ['until', one.until && format.day(one.until)],
      ['caseworker', one.caseworker],
      ['shares', shared(words, one.shares)],
      ['basis', basisWords(words, one)],
      ['said', one.said],
      ['label', one.label],
    ]),
  )
  return { id: 'organisations', title: t('candidate.file.part.organisations'), sentences: [], entries }
}

function handoversPart(words: Words, { handovers }: PersonFile): Part {
  const { t, word, format } = words
  const entries = handovers.map((one) => {
    const answer = [
      t(`candidate.file.handoverState.${one.state}`),
      one.refusal && word('handoverRefusal', one.refusal),
      one.decidedAt && format.instantDay(one.decidedAt),
    ]
    return entry(words, t(`candidate.file.handover.${one.kind}`), [
      ['from', one.from],
      ['to', one.to],
      ['offered', format.instantDay(one.offeredAt)],
      ['deadline', format.day(one.dueOn)],
      ['answer', answer.filter((part) => part !== null).join(', ')],
      ['shares', shared(words, one.shares)],
      ['basis', basisWords(words, one)],
      ['said', one.said],
      ['note', one.note],
    ])
  })
  return { id: 'handovers', title: t('candidate.file.part.handovers'), sentences: [], entries }
}

function mergingsPart(words: Words, { mergings }: PersonFile): Part {
  const { t, format } = words
  const entries = mergings.map((one) =>
    entry(words, one.code, [
      ['registered', format.instantDay(one.registeredAt)],
      ['merged', one.mergedAt && format.instantDay(one.mergedAt)],
      ['basis', basisWords(words, one)],
      ['said', one.said],
    ]),
  )
  return { id: 'mergings', title: t('candidate.file.part.mergings'), sentences: [], entries }
}

function confirmationsPart(words: Words, { confirmations }: PersonFile): Part {
  const { language, t, format } = words
  const entries = confirmations.map((one) =>
    entry(words, one.vacancy, [
      ['askedBy', one.askedBy],
      ['authority', one.authority],
      ['asked', format.instantDay(one.askedAt)],
      ['deadline', format.day(one.dueOn)],
      ['ruledOut', one.about.ruledOut.map((out) => ruledOutWords(language, ruledOutKey(out))).join('\n')],
      ['answer', one.answer && t(`candidate.file.confirmationAnswer.${one.answer}`)],
      ['told', one.toldAt && format.instantTime(one.toldAt)],
    ]),
  )
  return { id: 'confirmations', title: t('candidate.file.part.confirmations'), sentences: [], entries }
}

function tasksPart({ t, format }: Words, { tasks }: PersonFile): Part {
  const sentences = tasks.map(({ kind, vacancy, organisation, createdAt, dueOn, doneAt }) =>
    [
      `${format.instantDay(createdAt)}: ${t(`candidate.file.task.${kind}`)}`,
      vacancy,
      organisation ?? t('candidate.file.coordinators'),
      doneAt === null ? t('candidate.file.due', { day: format.day(dueOn) }) : t('candidate.file.done', { day: format.instantDay(doneAt) }),
    ]
      .filter((part) => part !== null)
      .join(', '),
  )
  return { id: 'tasks', title: t('candidate.file.part.tasks'), sentences, entries: [] }
}

function textsPart({ t, format }: Words, { textsLetOut }: PersonFile): Part {
  const kinds = ['personal_code', 'phone', 'email', 'messenger', 'prison', 'past'] as const
  const sentences = textsLetOut.map(({ findings, letOutAt }) => {
    const found = kinds.filter((kind) => findings.includes(kind)).map((kind) => t(`candidate.file.finding.${kind}`))
    return `${format.instantDay(letOutAt)}: ${format.list(found)}`
  })
  return { id: 'texts', title: t('candidate.file.part.textsLetOut'), sentences, entries: [] }
}

/** The situation and the restricted part, titled neutrally. */
function otherPart({ language, t, word, format }: Words, { situation, record }: PersonFile): Part {
  const said = (key: 'stage' | 'custodyPlace' | 'plannedReleaseOn', value: string | null) =>
    value === null ? [] : [t(`candidate.held.${key}`, { value })]
  const where = situation && [
    ...said('stage', word('stage', situation.stage)),
    ...said('custodyPlace', situation.custodyPlace),
    ...said('plannedReleaseOn', situation.plannedReleaseOn && format.day(situation.plannedReleaseOn)),
  ]
  const held = record && [...recordSentences(language)(record), t('candidate.file.changed', { day: format.instantDay(record.changedAt) })]
  return { id: 'more', title: t('candidate.about.more'), sentences: [...(where ?? []), ...(held ?? [])], entries: [] }
}

export function aroundParts(words: Words, file: PersonFile): Part[] {
  return [otherPart, organisationsPart, handoversPart, mergingsPart, confirmationsPart, tasksPart, textsPart].map((part) =>
    part(words, file),
  )
}
