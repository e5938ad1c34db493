// What the organisation that leads may see of a person, as a file for the person. Opening it is a POST, as every opening by a caseworker is.
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { exportAsLead } from '#db/people/export/export.ts'
import { leadsPerson } from '#db/people/people.ts'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { fileDownload } from '#app/server/people/file-download.ts'
import { notFound, seeOther } from '#app/server/responses.ts'

/** The address typed or kept: to the page with the button. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const id = params.id ?? ''
  if (!(await leadsPerson(context.store, actor, id))) throw notFound()
  return seeOther(paths.casework.file(id))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const file = await exportAsLead(context.store, context.master, actor, params.id ?? '', context.now())
  if (!file) throw notFound()
  return fileDownload(file)
}
