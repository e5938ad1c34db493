// What the form was made from, sent along unseen: typed things keep the version they were typed over.
import { useField } from './form.tsx'

export function VersionField() {
  return <input type="hidden" name="version" value={useField('version').value} />
}
