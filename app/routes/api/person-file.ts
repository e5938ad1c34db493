// What the organisation that leads may see of a person, as a file for the person. Opening it is a POST, as every opening by a caseworker is.
import type { ActionFunctionArgs } from '@remix-run/node'
import { exportAsLead } from '#db/people/export/export.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { fileDownload } from '#app/server/people/file-download.ts'
import { notFound } from '#app/server/responses.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const file = await exportAsLead(context.store, context.master, actor, params.id ?? '', context.now())
  if (!file) throw notFound()
  return fileDownload(file)
}
