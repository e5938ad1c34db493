import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TaskPage } from '#app/components/tasks/task-page.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { paths } from '#app/paths.ts'
import { requireCoordinator } from '#app/server/guards.ts'
import { acknowledged, tasksPage } from '#app/server/tasks/tasks-page.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  return tasksPage(context, await requireCoordinator({ request, context }), request)
}

export async function action({ request, context }: ActionFunctionArgs) {
  return acknowledged(context, await requireCoordinator({ request, context }), request, paths.coordinator.tasks())
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'tasks.title')

export default function Tasks() {
  return <TaskPage tasks={useLoaderData<typeof loader>()} of="coordinator" />
}
