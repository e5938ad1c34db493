// The document around every page, and what a page shows when it is missing, closed to the person, or broken.
import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { listDemoSignIns } from '#db/accounts/demo-sign-in.ts'
import { useResponseContext } from './components/ui/shell/response-context.tsx'
import { ErrorPage } from './components/ui/shell/error-page.tsx'
import { LanguageProvider } from './components/ui/i18n.tsx'
import { Shell, type ShellData } from './components/ui/shell/shell.tsx'
import { languageOf } from '#app/server/language.ts'
import { takeSaved } from '#app/server/saved.ts'
import { signedIn } from '#app/server/session.ts'
import favicon from './favicon.svg?url'
import styles from './styles.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: favicon, type: 'image/svg+xml' },
]

export const meta: MetaFunction = () => [{ title: 'Tilts' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const found = await signedIn(request, context)
  const { saved, headers } = await takeSaved(request, context)
  const shell: ShellData = {
    role: found?.actor.kind ?? 'visitor',
    name: found?.name ?? '',
    of: found?.of ?? '',
    demo: context.demo,
    demoAccounts: context.demo ? await listDemoSignIns(context.store) : [],
    saved: saved && { id: context.requestId, word: saved },
  }
  return data({ language: await languageOf(request), shell, nonce: context.nonce }, { headers })
}

const NOBODY: ShellData = { role: 'visitor', name: '', of: '', demo: false, demoAccounts: [], saved: null }

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root')
  // Without the root's data, when the database is down, the answer itself knows them.
  const answer = useResponseContext()
  const language = root?.language ?? answer.language
  const nonce = root?.nonce ?? answer.nonce
  return (
    <html lang={language} data-incident={answer.incident ?? undefined} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <LanguageProvider language={language}>
          <Shell shell={root?.shell ?? NOBODY}>{children}</Shell>
        </LanguageProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  if (!isRouteErrorResponse(error)) return <ErrorPage status={500} />
  // UNSAVED in app/server/responses.ts, which the browser cannot read.
  return <ErrorPage status={error.status} unsaved={error.data === 'unsaved'} />
}
