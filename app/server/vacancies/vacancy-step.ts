// Saving one step of a vacancy: what the screen is told when somebody else was there first, or the published vacancy would stop holding.
import { data, type AppLoadContext } from '@remix-run/node'
import { GAP_STEPS, VACANCY_STEPS, type Gap, type VacancyContent, type VacancyStep } from '#app/domain/vacancies/content.ts'
import { checkText } from '#app/domain/shared/text-check.ts'
import type { TextFinding } from '#app/domain/shared/text-findings.ts'
import type { EmployerActor } from '#app/domain/shared/actor.ts'
import { saveStep, type Saved } from '#db/vacancies/writing.ts'
import { parseForm, problem, type Entered, type Problem, type Problems } from '#app/forms/parse-form.ts'
import { stanceProblems } from '#app/forms/vacancies/acceptance.ts'
import { baseOf, enteredOf } from '#app/forms/vacancies/entered.ts'
import { payProblem, stepMeta, VACANCY_FORMS, type StepExit } from '#app/forms/vacancies/steps.ts'
import { notFound } from '../responses.ts'

export type StepAnswer = {
  problems: Problems
  entered: Entered
  /** What the form is made from next: the version it saves over, and what then stood there. */
  version?: number
  base?: string
  /** What the page was made from, and what is stored now. */
  stale?: { before: VacancyContent; now: VacancyContent }
  /** Shown to the author alone. */
  findings?: TextFinding[]
}

/** `saved` is false where another step was asked for and there was nothing to save. */
export type StepResult = { ok: true; saved: boolean; exit: StepExit } | { ok: false; answer: ReturnType<typeof refused> }

function refused(answer: StepAnswer) {
  return data(answer, 422)
}

/** Fields by name; what is no text or list of texts is left out. It came from the page, so it is read with care. */
function readBase(text: string): Map<string, string> {
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null) return new Map()
    return new Map(Object.entries(read).map(([name, value]) => [name, JSON.stringify(value)]))
  } catch {
    return new Map()
  }
}

function sameFields(base: string, now: Entered): boolean {
  const before = readBase(base)
  return before.size === Object.keys(now).length && Object.entries(now).every(([name, value]) => before.get(name) === JSON.stringify(value))
}

const META_FIELDS = new Set<string>(Object.keys(stepMeta.shape))
const held = (value: unknown) => JSON.stringify([value ?? ''].flat().filter((one) => one !== ''))

/** Whether the fields hold what they held when the page was made; of a field that is empty a browser may send nothing. */
function nothingTyped(base: string, entered: Entered): boolean {
  const before = readBase(base)
  const names = [...before.keys(), ...Object.keys(entered)].filter((name) => !META_FIELDS.has(name))
  return names.every((name) => held(JSON.parse(before.get(name) ?? '""')) === held(entered[name]))
}

/** The content as the page knew it: what is stored, with the step's fields as they were. */
function contentBefore(step: VacancyStep, base: string, now: VacancyContent): VacancyContent {
  const form = new FormData()
  for (const [name, value] of readBase(base))
    for (const one of [JSON.parse(value) as unknown].flat()) if (typeof one === 'string') form.append(name, one)
  const parsed = parseForm(VACANCY_FORMS[step], form)
  return parsed.ok ? { ...now, ...parsed.data } : now
}

/** Where a gap of a published vacancy is shown: beside the field of this step that makes it. */
const GAP_FIELDS = {
  title: ['title', 'required'],
  occupation: ['occupation', 'unknownOccupation'],
  place: ['place', 'required'],
  pay: ['payFrom', 'required'],
  payOrder: ['payTo', 'payOrder'],
  belowMinimum: ['payFrom', 'belowMinimum'],
  stances: ['form', 'reasonMissing'],
  approval: ['form', 'approvalMissing'],
} as const satisfies Record<Gap, readonly [field: string, problem: Problem]>

function gapProblems(step: VacancyStep, gaps: readonly Gap[], { payFromCents }: Partial<VacancyContent>): Problems {
  return Object.fromEntries(
    gaps.map((gap): [string, Problem] => {
      const [named, problem] = GAP_FIELDS[gap]
      const field = gap === 'pay' && payFromCents !== null ? 'payTo' : named
      // The contexts are what the reasons of refusals rest on.
      if (step === 'context' && gap === 'stances') return ['contexts', 'contextsUsed']
      return [GAP_STEPS[gap] === step ? field : step === 'place' ? 'hoursPerWeek' : 'form', problem]
    }),
  )
}

type Saving = { actor: EmployerActor; id: string; step: VacancyStep; form: FormData; content: VacancyContent }

/** Throws not found when the vacancy is not theirs. */
export async function saveVacancyStep(context: AppLoadContext, { actor, id, step, form, content }: Saving): Promise<StepResult> {
  const meta = parseForm(stepMeta, form)
  const parsed = parseForm(VACANCY_FORMS[step], form)
  const { version, base, exit, override } = meta.ok ? meta.data : { version: 0, base: '', exit: 'next' as const, override: false }
  const kept = { entered: parsed.entered, version, base }
  const toStep = VACANCY_STEPS.some((one) => one === exit)
  if (toStep && nothingTyped(base, parsed.entered)) return { ok: true, saved: false, exit }
  if (!parsed.ok) return { ok: false, answer: refused({ problems: parsed.problems, ...kept }) }
  const patch: Partial<VacancyContent> = parsed.data
  const below = payProblem(patch, content.hoursPerWeek)
  if (below !== null) return { ok: false, answer: refused({ problems: { payFrom: below }, ...kept }) }
  const unfounded = stanceProblems(patch.stances ?? [], content.contexts)
  if (Object.keys(unfounded).length > 0) return { ok: false, answer: refused({ problems: unfounded, ...kept }) }

  const save = (over: number) => saveStep(context.store, actor, { id, version: over, patch, override }, context.now())
  let saved: Saved | null = await save(version)
  // Somebody changed another part meanwhile: nothing of this one is lost by saving over it.
  if (saved?.ok === false && saved.why === 'stale' && sameFields(base, enteredOf(step, saved.current.content)))
    saved = await save(saved.current.version)
  if (!saved) throw notFound()
  if (saved.ok) return { ok: true, saved: true, exit }
  switch (saved.why) {
    case 'stale': {
      const { content: stored, version: now } = saved.current
      const stale = { before: contentBefore(step, base, stored), now: stored }
      return {
        ok: false,
        answer: refused({ problems: { form: 'stale' }, entered: kept.entered, version: now, base: baseOf(step, stored), stale }),
      }
    }
    case 'gaps':
      return { ok: false, answer: refused({ problems: gapProblems(step, saved.gaps, patch), ...kept }) }
    case 'text': {
      const found = saved.findings
      const findings = checkText(Object.values(kept.entered).flat().join('\n')).filter(({ kind }) => found.includes(kind))
      const problems = { override: problem('suspiciousText', { found: findings.map((finding) => finding.found).join(', ') }) }
      return { ok: false, answer: refused({ problems, ...kept, findings }) }
    }
  }
}
