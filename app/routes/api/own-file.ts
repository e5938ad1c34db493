// Everything that is held about the person, as a file.
import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportOwn } from '#db/people/export/export.ts'
import { requireCandidate } from '#app/server/guards.ts'
import { fileDownload } from '#app/server/people/file-download.ts'
import { notFound } from '#app/server/responses.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCandidate({ request, context })
  const file = await exportOwn(context.store, context.master, actor, context.now())
  if (!file) throw notFound()
  return fileDownload(file)
}
