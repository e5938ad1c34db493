// What decides about a vacancy and a person: the answers a line says before it is folded open.
import type { Answer } from './criterion.ts'

/** The failures; without any, whatever is still open; nothing when everything fits. In reading order. */
export function decisiveAnswers<One extends Pick<Answer, 'verdict'>>(answers: readonly One[]): One[] {
  const failing = answers.filter(({ verdict }) => verdict === 'fails')
  return failing.length > 0 ? failing : answers.filter(({ verdict }) => verdict !== 'meets')
}
