// Every door of the site, from the site map itself: address, module, and the rooms it lies in.
import routes from '#app/routes.ts'

type Node = { file: string; path?: string | undefined; index?: boolean | undefined; children?: Node[] | undefined }
export type Door = { address: string; file: string }

function walk(nodes: readonly Node[], parent: string): Door[] {
  return nodes.flatMap((node) => {
    const address = node.path === undefined ? parent : `${parent}/${node.path}`
    // A layout and its index share an address; both are doors, since either loader can be asked alone.
    return [{ address: address === '' ? '/' : address, file: node.file }, ...walk(node.children ?? [], address)]
  })
}

export const DOORS: readonly Door[] = walk(await Promise.resolve(routes), '')

/** The address with its parameters filled in. */
export function addressOf(pattern: string, params: Record<string, string>): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => params[name] ?? 'missing').replace('*', 'nowhere')
}
