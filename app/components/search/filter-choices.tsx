// The parts the filters are made of: boxes and lists with the number of vacancies beside each choice.
import type { ReactNode } from 'react'
import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { Select } from '@navikt/ds-react/Select'
import { capitalised } from '#app/i18n/capitalised.ts'
import { useText, useWord } from '#app/components/ui/i18n.tsx'
import type { WordGroup, WordOf } from '#app/i18n/translate.ts'
import { SEARCH_FORM } from './search-box.tsx'

export type Counts = Readonly<Record<string, number>>

export function Counted({ count, children }: { count: number; children: ReactNode }) {
  return (
    <>
      {children} <span className="count">({count})</span>
    </>
  )
}

/** More of one kind are folded away. */
const MOST_OPEN = 6

type BoxesProps<Group extends WordGroup> = {
  name: string
  legend: string
  hint?: string
  group: Group
  values: readonly WordOf<Group>[]
  chosen: readonly string[]
  counts: Counts
}

/** A choice that would bring nothing is left out, unless it is chosen. */
export function Boxes<Group extends WordGroup>({ name, legend, hint, group, values, chosen, counts }: BoxesProps<Group>) {
  const t = useText()
  const word = useWord()
  const shown = values.filter((value) => (counts[value] ?? 0) > 0 || chosen.includes(value))
  if (shown.length === 0) return null
  // To fold a single one away would only hide it.
  const open = shown.length <= MOST_OPEN + 1 ? shown : shown.slice(0, MOST_OPEN)
  const folded = shown.slice(open.length)
  const box = (value: WordOf<Group>) => (
    <Checkbox key={value} name={name} value={value} form={SEARCH_FORM}>
      <Counted count={counts[value] ?? 0}>{capitalised(word(group, value))}</Counted>
    </Checkbox>
  )
  return (
    <CheckboxGroup legend={legend} description={hint} size="small" defaultValue={[...chosen]}>
      {open.map(box)}
      {folded.length > 0 && (
        <details className="more-choices" open={folded.some((value) => chosen.includes(value))}>
          <summary>{t('pages.search.more', { number: folded.length })}</summary>
          {folded.map(box)}
        </details>
      )}
    </CheckboxGroup>
  )
}

type OneProps = {
  name: string
  label: string
  any: string
  chosen: string
  options: readonly { value: string; label: string }[]
  /** Null where choices show no number. */
  counts: Counts | null
}

/** One of a list, in the order given. A choice that would bring nothing is left out, unless it is chosen. */
export function One({ name, label, any, chosen, options, counts }: OneProps) {
  const shown = options.filter(({ value }) => counts === null || (counts[value] ?? 0) > 0 || value === chosen)
  return (
    <Select name={name} label={label} size="small" defaultValue={chosen} form={SEARCH_FORM}>
      <option value="">{any}</option>
      {shown.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
          {counts && ` (${counts[option.value] ?? 0})`}
        </option>
      ))}
    </Select>
  )
}
