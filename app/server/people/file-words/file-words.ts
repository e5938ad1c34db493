// Everything that is held about a person, as the parts of a printed page: in the reader's language, which need not be the page's, and worded here,
// since the browser holds one language only.
import type { Day } from '#app/domain/shared/day.ts'
import { registerAllMessages } from '#app/i18n/all.ts'
import { identitySentences, readinessSentences, searchSentences, shownSentences } from '#app/i18n/held-sentences.ts'
import type { Language } from '#app/i18n/language.ts'
import type { PersonFile } from '#db/people/export/export.ts'
import { aroundParts } from './around.ts'
import { entry, isEmpty, wordsOf, type Part, type Words } from './part.ts'
import { proposalsPart } from './proposals.ts'

registerAllMessages()

export type FileInWords = {
  language: Language
  title: string
  lead: string[]
  parts: Part[]
  /** Names the parts that hold nothing. */
  nothing: string | null
}

const part = (id: string, title: string, sentences: string[]): Part => ({ id, title, sentences, entries: [] })

function identityPart({ language, t, format }: Words, { identity }: PersonFile): Part {
  const changed = identity ? [t('candidate.file.changed', { day: format.instantDay(identity.changedAt) })] : []
  return part('identity', t('candidate.about.identity'), identity ? [...identitySentences(language)(identity), ...changed] : [])
}

function readinessPart({ language, t }: Words, { readiness }: PersonFile): Part {
  const rows = readiness.map(({ note: who, ...row }) => ({ ...row, who }))
  return part('readiness', t('candidate.about.readiness'), readinessSentences(language)(rows))
}

function correctionsPart({ t, format }: Words, { corrections }: PersonFile): Part {
  const day = (at: number) => format.instantDay(at)
  const sentences = corrections.map(({ text, createdAt, doneAt }) => {
    const how =
      doneAt === null
        ? t('candidate.about.saidOpen', { day: day(createdAt) })
        : t('candidate.about.saidDone', { day: day(createdAt), done: day(doneAt) })
    return `${text}\n${how}`
  })
  return part('corrections', t('candidate.about.said'), sentences)
}

function hiddenPart({ t, format }: Words, { hiddenVacancies }: PersonFile): Part {
  const sentences = hiddenVacancies.map(({ vacancy, hiddenAt }) => `${vacancy ?? ''} (${format.instantDay(hiddenAt)})`)
  return part('hidden', t('candidate.file.part.hidden'), sentences)
}

/** The person's own, each of which opened both, in one line. @param more whether organisations are named */
function looksPart({ t, format }: Words, { openings }: PersonFile, more: boolean): Part {
  const others = openings.flatMap(({ openedAt, subject, purpose, role, organisation }) => {
    if (purpose === 'self') return []
    const who = t(`candidate.about.lookRole.${role ?? 'unknown'}`)
    return [
      t(`candidate.about.look.${purpose}`, {
        at: format.instantTime(openedAt),
        what: t(`candidate.about.lookWhat.${subject}`),
        role: more && organisation !== null ? `${who} (${organisation})` : who,
      }),
    ]
  })
  const own = openings.filter(({ purpose, subject }) => purpose === 'self' && subject === 'identity')
  const last = own.at(-1)
  const self = last ? [t('candidate.file.selfLooks', { times: own.length, at: format.instantTime(last.openedAt) })] : []
  return part('looks', t('candidate.about.looks'), [...others, ...self])
}

function signInPart(words: Words, { signIn }: PersonFile): Part {
  const { t, format } = words
  const facts = entry(words, null, [
    ['card', signIn.cardEndsAt && format.instantDay(signIn.cardEndsAt)],
    ['pin', t(signIn.hasPin ? 'common.yes' : 'common.no')],
    ['wrongTries', signIn.wrongTries > 0 && format.number(signIn.wrongTries)],
    ['locked', signIn.lockedAt && format.instantTime(signIn.lockedAt)],
    [
      'sessions',
      signIn.sessions.map(({ startedAt, endsAt }) => `${format.instantTime(startedAt)} – ${format.instantTime(endsAt)}`).join('\n'),
    ],
  ])
  return { id: 'sign-in', title: t('candidate.file.part.signIn'), sentences: [], entries: [facts] }
}

function entryPart(words: Words, { person }: PersonFile): Part {
  const { t, word, format } = words
  const day = (at: number): Day => format.instantDay(at)
  const kept = ({ warnedAt, dueOn, state }: PersonFile['person']['retention'][number]) =>
    t('candidate.file.retentionLine', { warned: day(warnedAt), due: format.day(dueOn), state: t(`candidate.file.retentionState.${state}`) })
  const facts = entry(words, null, [
    ['code', person.code],
    ['language', word('language', person.language)],
    ['activity', word('activity', person.activity)],
    ['registered', day(person.registeredAt)],
    ['changed', day(person.changedAt)],
    ['waitingSince', day(person.waitingSinceAt)],
    ['caseworker', person.caseworker && `${person.caseworker.name}, ${person.caseworker.phone}`],
    ['erasure', person.erasure && day(person.erasure.askedAt)],
    ['retention', person.retention.map(kept).join('\n')],
  ])
  return { id: 'entry', title: t('candidate.file.part.entry'), sentences: [], entries: [facts] }
}

type Wanted = { language: Language; /** Also what others who see the paper should not learn. */ more: boolean; whole: boolean }

/** @param wanted.whole the person's own, or what one organisation may see */
export function fileInWords(file: PersonFile, { language, more, whole }: Wanted): FileInWords {
  const words = wordsOf(language)
  const { t, format } = words
  const always = [
    identityPart(words, file),
    part('shown', t('candidate.about.shown'), shownSentences(language)(file.profile)),
    part('search', t('candidate.about.search'), searchSentences(language)(file.profile)),
    readinessPart(words, file),
    proposalsPart(words, file.proposals, more),
    correctionsPart(words, file),
    hiddenPart(words, file),
  ]
  const parts = [
    ...always,
    ...(more ? aroundParts(words, file) : []),
    entryPart(words, file),
    signInPart(words, file),
    looksPart(words, file, more),
  ]
  const empty = always.filter(isEmpty).map(({ title }) => title)
  return {
    language,
    title: t('candidate.file.title'),
    lead: [
      t(`candidate.file.${whole ? (more ? 'whole' : 'wholeWithoutMore') : 'asSeen'}`),
      t('candidate.file.madeOn', { day: format.instantTime(file.madeAt) }),
      ...(more || whole ? [] : [t('candidate.file.withoutMore')]),
      ...(more && whole && !file.signIn.byAuthority ? [t('candidate.about.moreElsewhere')] : []),
    ],
    parts: parts.filter((one) => !isEmpty(one)),
    nothing: empty.length === 0 ? null : t('candidate.file.nothing', { parts: empty.join('; ') }),
  }
}
