// Everything that is held about a person, as a file that programs and people can read: JSON with times as text.
import type { PersonFile } from '#db/people/export/export.ts'

/** Of neither the board nor the person: others see the names of files. */
const NAME = 'data.json'

export function fileDownload(file: PersonFile): Response {
  const timesAsText = (name: string, value: unknown) =>
    typeof value === 'number' && name.endsWith('At') ? new Date(value).toISOString() : value
  return new Response(JSON.stringify(file, timesAsText, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${NAME}"`,
      'Cache-Control': 'no-store',
    },
  })
}
