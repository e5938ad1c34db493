// A text field that completes what is being typed. Without JavaScript it is the plain field it looks like.
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { TextField } from '@navikt/ds-react/TextField'
import { useCombobox, type UseComboboxState, type UseComboboxStateChangeOptions } from 'downshift'
import { useText } from './i18n.tsx'

/** `beside` tells two apart, or says how much is behind one. */
export type Suggested = { text: string; beside: string }
/** The same function at every render; rejects, or answers nothing, when there is nothing to suggest. */
export type Suggest = (typed: string, signal: AbortSignal) => Promise<readonly Suggested[]>

/** Somebody who types on has not finished asking. */
const PAUSE_MS = 150
const NONE: readonly Suggested[] = []

/** @param typed null when nothing is to be completed. An answer to what was typed before never shows. */
function useSuggestions(typed: string | null, suggest: Suggest): readonly Suggested[] {
  const [found, setFound] = useState(NONE)
  useEffect(() => {
    const asked = typed?.trim() ?? ''
    if (asked === '') {
      setFound(NONE)
      return
    }
    const late = new AbortController()
    const take = (answer: readonly Suggested[]) => {
      if (!late.signal.aborted) setFound(answer)
    }
    const pause = setTimeout(() => {
      // Nothing to suggest is no error of the search itself.
      suggest(asked, late.signal).then(take, () => take(NONE))
    }, PAUSE_MS)
    return () => {
      clearTimeout(pause)
      late.abort()
    }
  }, [typed, suggest])
  return found
}

const { InputBlur, InputChange, InputKeyDownEnter, ItemClick } = useCombobox.stateChangeTypes

/** Nothing stays chosen: what counts is the text. Leaving the field takes nothing that was not asked for. */
function asText(state: UseComboboxState<Suggested>, { type, changes }: UseComboboxStateChangeOptions<Suggested>) {
  return { ...changes, selectedItem: null, ...(type === InputBlur ? { inputValue: state.inputValue } : {}) }
}

const KEYS_OF_TEXT = ['Home', 'End', 'PageUp', 'PageDown']
/** Before hydration the arrow keys do nothing, so the field is not announced as a combobox. */
const BEFORE_HYDRATION = {
  role: undefined,
  'aria-autocomplete': undefined,
  'aria-controls': undefined,
  'aria-expanded': undefined,
  'aria-activedescendant': undefined,
}

type Props = {
  name: string
  label: string
  start: string
  suggest: Suggest
  /** Sends the form when a suggestion is taken. */
  searchAtOnce?: boolean
  error?: ReactNode
}

/** The field's state, and what the input and the list of suggestions are given. */
function useSuggestCombobox({ name, start, suggest, searchAtOnce = false }: Omit<Props, 'label' | 'error'>) {
  const field = useRef<HTMLInputElement>(null)
  const [hydrated, setHydrated] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const found = useSuggestions(typed, suggest)
  const combobox = useCombobox<Suggested>({
    id: `suggest-${name}`,
    inputId: `field-${name}`,
    items: [...found],
    itemToString: (item) => item?.text ?? '',
    initialInputValue: start,
    stateReducer: asText,
    onStateChange: ({ type, inputValue }) => {
      if (type === InputChange) setTyped(inputValue ?? '')
      if (type !== InputKeyDownEnter && type !== ItemClick) return
      setTyped(null)
      if (searchAtOnce) field.current?.form?.requestSubmit()
    },
  })
  const { setInputValue, setHighlightedIndex, highlightedIndex } = combobox
  const shown = combobox.isOpen && found.length > 0

  useEffect(() => {
    // Text that was typed before hydration.
    setInputValue(field.current?.value ?? '')
    setHydrated(true)
  }, [setInputValue])

  useEffect(() => {
    // Another list has come: Enter takes nothing that was not looked at.
    setHighlightedIndex(-1)
  }, [found, setHighlightedIndex])

  function keepForText(event: KeyboardEvent & { nativeEvent: { preventDownshiftDefault?: boolean } }): void {
    const { key } = event
    const own = KEYS_OF_TEXT.includes(key) || (key === 'Enter' && (!shown || highlightedIndex < 0)) || (key === 'Escape' && !shown)
    if (own) event.nativeEvent.preventDownshiftDefault = true
  }

  const input = combobox.getInputProps({
    ref: field,
    'aria-labelledby': undefined,
    'aria-expanded': shown,
    'aria-activedescendant': shown && highlightedIndex >= 0 ? `suggest-${name}-item-${highlightedIndex}` : undefined,
    onKeyDown: keepForText,
  })
  return { combobox, found, shown, input: { ...input, ...(hydrated ? {} : BEFORE_HYDRATION) } }
}

export function SuggestField({ label, error, ...props }: Props) {
  const t = useText()
  const { combobox, found, shown, input } = useSuggestCombobox(props)
  return (
    <div className="suggest">
      <TextField {...input} name={props.name} label={label} maxLength={200} enterKeyHint="search" error={error} />
      <ul {...combobox.getMenuProps({ 'aria-label': t('pages.search.suggestions') })} className="suggestions" hidden={!shown}>
        {shown &&
          found.map((item, index) => (
            <li key={`${item.text} ${item.beside}`} {...combobox.getItemProps({ item, index })}>
              <span>{item.text}</span> <span className="suggestion-beside">{item.beside}</span>
            </li>
          ))}
      </ul>
      <span className="visually-hidden" role="status">
        {shown && t('pages.search.suggested', { count: found.length })}
      </span>
    </div>
  )
}
