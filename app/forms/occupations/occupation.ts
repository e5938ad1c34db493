// An occupation as it is typed beside a list of suggestions; '' is null.
import { findOccupation } from '#app/domain/occupations/title.ts'
import { optionalText } from '../fields.ts'
import { problem } from '../parse-form.ts'

/** The ISCO-08 code. @param group whether the first digits of a code, which mean a whole group, are an answer too */
function typedOccupation({ group }: { group: boolean }) {
  return optionalText({ max: 80 }).transform((typed, context): string | null => {
    if (typed === '') return null
    if (group && /^[1-9]\d{0,3}$/.test(typed)) return typed
    const found = findOccupation(typed)
    if (!found) context.addIssue({ code: 'custom', message: problem('unknownOccupation') })
    return found?.isco ?? null
  })
}

export const optionalOccupation = typedOccupation({ group: false })
export const optionalOccupationGroup = typedOccupation({ group: true })
