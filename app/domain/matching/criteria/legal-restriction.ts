// Rules of law that touch this kind of work and this person's families: always "check, and here is the article", never a refusal.
import { touches, type LegalRestriction } from '../legal-restriction.ts'
import { answer, phrase, word } from '../answer.ts'
import type { Evaluate, PhraseValue } from '../criterion.ts'

/** One article may stand in several rows, a family each: it is read once. */
function once(rules: readonly LegalRestriction[]): LegalRestriction[] {
  const sameAs = (rule: LegalRestriction) => `${rule.article} ${rule.effect} ${rule.verifiedOn ?? ''}`
  return [...new Map(rules.map((rule) => [sameAs(rule), rule])).values()]
}

const named = (rule: LegalRestriction): PhraseValue => [rule.article, '–', word(`restrictionEffect.${rule.effect}`)]

/** Restrictions whose term has passed with the record being spent no longer count. */
export const legalRestriction: Evaluate = (vacancy, { restricted: { families, recordStatus } }, { restrictions }) => {
  const touching = restrictions.filter((rule) => touches(rule, vacancy))
  if (touching.length === 0) return null

  const asked = phrase('asked', { articles: [...new Set(touching.map((rule) => rule.article))] })
  const applying = touching.filter((rule) => rule.effect !== 'until_spent' || recordStatus !== 'spent')
  if (applying.length === 0) return answer('legal_restriction', 'meets', { reason: phrase('spent'), asked })
  if (families === null) return answer('legal_restriction', 'unknown', { reason: phrase('not_known'), asked, change: phrase('record_it') })

  const concerning = once(applying.filter((rule) => (rule.family === null ? families.length > 0 : families.includes(rule.family))))
  if (concerning.length === 0) return answer('legal_restriction', 'meets', { reason: phrase('does_not_concern'), asked })

  const verified = concerning.filter((rule) => rule.verifiedOn !== null)
  const unverified = concerning.filter((rule) => rule.verifiedOn === null).map(named)
  const dated = verified.map((rule) => [named(rule), ...(rule.verifiedOn === null ? [] : ['–', { day: rule.verifiedOn }])])
  const reason =
    unverified.length === 0
      ? phrase('check_verified', { articles: dated })
      : verified.length === 0
        ? phrase('check_unverified', { articles: unverified })
        : phrase('check_partly_verified', { articles: dated, unverified })
  return answer('legal_restriction', 'check', { reason, asked, change: phrase('read_article') })
}
