// Taking a rule out of use, and bringing it back: the button sends what it shall be from now on.
import { FormSection } from './form-section.tsx'
import { Form, Submit } from './form.tsx'

type Props = { title: string; lead: string; button: string; rule: { version: number; retiredAt: number | null } }

export function RetireForm({ title, lead, button, rule: { version, retiredAt } }: Props) {
  return (
    <FormSection id="retire" title={title} lead={lead}>
      <Form name="retire" key={version}>
        <input type="hidden" name="version" value={version} />
        <div>
          <Submit variant="secondary" name="retired" value={retiredAt === null ? 'yes' : 'no'}>
            {button}
          </Submit>
        </div>
      </Form>
    </FormSection>
  )
}
