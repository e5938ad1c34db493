// Fields of a form, bound by name: Aksel's, with the person's problem and what was typed.
import type { ReactNode } from 'react'
import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import { Select } from '@navikt/ds-react/Select'
import { Textarea } from '@navikt/ds-react/Textarea'
import { TextField, type TextFieldProps } from '@navikt/ds-react/TextField'
import { useField } from './form.tsx'

type Common = { name: string; label: ReactNode; description?: ReactNode; hideLabel?: boolean }
type Options = readonly { value: string; label: string; description?: string }[]

type TextProps = Common & Pick<TextFieldProps, 'type' | 'autoComplete' | 'inputMode' | 'htmlSize' | 'maxLength' | 'readOnly'>

export function TextInput({ name, ...rest }: TextProps) {
  const { id, error, value } = useField(name)
  return <TextField id={id} name={name} error={error} defaultValue={rest.type === 'password' ? '' : value} {...rest} />
}

export function DayInput(props: Common) {
  return <TextInput {...props} type={'date' as NonNullable<TextFieldProps['type']>} htmlSize={14} />
}

export function MonthInput(props: Common) {
  return <TextInput {...props} type={'month' as NonNullable<TextFieldProps['type']>} htmlSize={14} />
}

/** `HH:MM`. */
export function TimeInput(props: Common) {
  return <TextInput {...props} type={'time'} htmlSize={8} />
}

export function MoneyInput(props: Common) {
  return <TextInput {...props} inputMode="decimal" htmlSize={10} autoComplete="off" />
}

export function NumberInput(props: Common) {
  return <TextInput {...props} inputMode="numeric" htmlSize={6} autoComplete="off" />
}

export function LongText({ name, minRows = 4, ...rest }: Common & { minRows?: number; maxLength?: number }) {
  const { id, error, value } = useField(name)
  return <Textarea id={id} name={name} error={error} defaultValue={value} minRows={minRows} {...rest} />
}

/** @param empty the words of the first, empty choice; left out when one must be chosen. */
export function Choice({ name, options, empty, ...rest }: Common & { options: Options; empty?: string }) {
  const { id, error, value } = useField(name)
  return (
    <Select id={id} name={name} error={error} defaultValue={value} {...rest}>
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  )
}

/** A link to a group leads to its first choice: the group itself takes no focus. */
export function OneOf({ name, label, options, ...rest }: Common & { options: Options }) {
  const { id, error, value } = useField(name)
  return (
    <RadioGroup legend={label} name={name} error={error} defaultValue={value} {...rest}>
      {options.map((option, index) => (
        <Radio
          key={option.value}
          {...(index === 0 && { id })}
          value={option.value}
          {...(option.description ? { description: option.description } : {})}
        >
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  )
}

export function SomeOf({ name, label, options, ...rest }: Common & { options: Options }) {
  const { id, error, values } = useField(name)
  return (
    <CheckboxGroup legend={label} error={error} defaultValue={[...values]} {...rest}>
      {options.map((option, index) => (
        <Checkbox
          key={option.value}
          {...(index === 0 && { id })}
          name={name}
          value={option.value}
          {...(option.description ? { description: option.description } : {})}
        >
          {option.label}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}

/** One box; its problem stands under it. */
export function Tick({ name, label, description }: Omit<Common, 'description'> & { description?: string }) {
  const { id, error, value } = useField(name)
  return (
    <CheckboxGroup legend={label} hideLegend error={error}>
      <Checkbox id={id} name={name} value="on" defaultChecked={value === 'on'} {...(description ? { description } : {})}>
        {label}
      </Checkbox>
    </CheckboxGroup>
  )
}

/** The version the form was made from, sent along unseen: what was typed keeps the version it was typed over. */
export function VersionField() {
  return <input type="hidden" name="version" value={useField('version').value} />
}

/** The second yes under a text that was warned about: it stands there once there was a warning. @param of the field of the text */
export function TextOverride({ of, name = 'override', label }: { of: string; name?: string; label: string }) {
  const { problem } = useField(of)
  const ticked = useField(name).value === 'on'
  const asked = problem === undefined ? ticked : problem.startsWith('suspiciousText')
  return asked ? <Tick name={name} label={label} /> : null
}
