// What the check of a text can find, and which of it may go out on the author's word.

const TEXT_FINDINGS = ['personal_code', 'phone', 'email', 'messenger', 'prison', 'past'] as const
export type TextFindingKind = (typeof TEXT_FINDINGS)[number]
/** `found` is shown to the author alone; what is kept is the kind. */
export type TextFinding = { kind: TextFindingKind; found: string }

/** Kinds only, as they are logged. */
export function findingKinds(findings: readonly TextFinding[]): TextFindingKind[] {
  return TEXT_FINDINGS.filter((kind) => findings.some((finding) => finding.kind === kind))
}

/** No yes of anybody lets such a text out. */
export function mayNeverLeave(kinds: readonly TextFindingKind[]): boolean {
  return kinds.includes('personal_code')
}

/** @param override the author was warned and wants it to go out */
export function isHeldBack(kinds: readonly TextFindingKind[], override: boolean): boolean {
  return mayNeverLeave(kinds) || (kinds.length > 0 && !override)
}
