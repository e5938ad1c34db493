// Every route of the site, from the site map itself: address and module.
import routes from '#app/routes.ts'

type Node = { file: string; path?: string | undefined; index?: boolean | undefined; children?: Node[] | undefined }
export type Route = { address: string; file: string }

function walk(nodes: readonly Node[], parent: string): Route[] {
  return nodes.flatMap((node) => {
    const address = node.path === undefined ? parent : `${parent}/${node.path}`
    // A layout and its index share an address; both are routes, since either loader can be asked alone.
    return [{ address: address === '' ? '/' : address, file: node.file }, ...walk(node.children ?? [], address)]
  })
}

export const ROUTES: readonly Route[] = walk(await Promise.resolve(routes), '')

/** What an employer or a visitor may ask for. */
export const THEIRS = ROUTES.filter(({ address }) => !/^\/(casework|coordinator|me)(\/|$)/.test(address))

/** The address with its parameters filled in. */
export function addressOf(pattern: string, params: Record<string, string>): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => params[name] ?? 'missing').replace('*', 'nowhere')
}

const PATTERNS = ROUTES.map((route) => ({
  route,
  pattern: new RegExp(`^${route.address.replace(/:\w+/g, '[^/]+').replace('*', '.*')}$`),
}))

/** Which route answers a path; also one that asks for the data alone. */
export function routeAt(path: string): Route | undefined {
  const address = (path.split('?')[0] ?? '').replace(/^\/_root\.data$/, '/').replace(/\.data$/, '')
  return PATTERNS.find(({ pattern }) => pattern.test(address))?.route
}
