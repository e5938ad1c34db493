// A long list of check boxes, in two columns where there is room.
import type { ComponentProps } from 'react'
import { SomeOf } from '#app/components/ui/fields.tsx'

export function ManyOf(props: ComponentProps<typeof SomeOf>) {
  return (
    <div className="two-columns">
      <SomeOf {...props} />
    </div>
  )
}
