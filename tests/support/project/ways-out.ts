// Reads the program's source for everything by which something can leave the process: modules and names that are not known to send nothing.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** Of these nothing leaves; of a module with a list only by the names in it. Any other module from outside the project is a way out. */
const SENDS_NOTHING: Readonly<Record<string, 'all' | readonly string[]>> = {
  ...Object.fromEntries(
    ['crypto', 'path', 'url', 'util', 'timers/promises', 'zlib', 'stream', 'os', 'perf_hooks'].map(
      (name) => [`node:${name}`, 'all'] as const,
    ),
  ),
  // Reading, and what leaves no content behind.
  'node:fs': [
    ...['existsSync', 'readFileSync', 'readdirSync', 'readSync', 'realpathSync', 'statSync', 'constants'],
    ...['chmodSync', 'mkdirSync', 'rmSync', 'renameSync', 'closeSync', 'fsyncSync'],
  ],
  'node:fs/promises': ['readFile', 'readdir', 'stat'],
  // What an action answers with is a page's data.
  '@remix-run/node': ['data'],
  ...Object.fromEntries(
    [
      ...['@navikt/ds-react', '@navikt/aksel-icons', '@orama/stemmers', '@remix-run/react', '@remix-run/route-config', 'downshift'],
      ...['drizzle-orm', 'html-to-text', 'i18next', 'isbot', 'prom-client', 'react', 'react-dom/client', 'zod'],
    ].map((name) => [name, 'all'] as const),
  ),
}
/** Of the language's surroundings. */
const GLOBALS_OUT = [
  'fetch',
  'Response',
  'WebSocket',
  'EventSource',
  'XMLHttpRequest',
  'BroadcastChannel',
  'console',
  'globalThis',
  'require',
]
const PROCESS_SENDS_NOTHING = [
  ...['argv', 'env', 'exit', 'exitCode', 'kill', 'memoryUsage', 'on', 'once', 'off'],
  ...['arch', 'chdir', 'execPath', 'pid', 'platform', 'ppid', 'version', 'versions'],
]
/** `?`: the object itself, asked what it can do. */
const NAVIGATOR_SENDS_NOTHING = ['geolocation', '?']
const MARKUP_OUT = ['dangerouslySetInnerHTML']

const isOfProject = (name: string) => name.startsWith('.') || name.startsWith('#')

function isKnown(module: string, imported: string): boolean {
  const known = Object.entries(SENDS_NOTHING).find(
    ([name]) => module === name || (!name.startsWith('node:') && module.startsWith(`${name}/`)),
  )
  return known !== undefined && (known[1] === 'all' || known[1].includes(imported))
}

/** What is imported to be run: `default` and `*` for a whole module. */
function importedBy({ importClause }: ts.ImportDeclaration): string[] {
  if (!importClause) return ['*']
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return []
  const { name, namedBindings } = importClause
  const named = !namedBindings
    ? []
    : ts.isNamedImports(namedBindings)
      ? namedBindings.elements.filter((one) => !one.isTypeOnly).map((one) => (one.propertyName ?? one.name).text)
      : ['*']
  return name ? ['default', ...named] : named
}

/** A name that is read as a value, and not as a type or as the name of a property. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isTypeNode(parent) || ts.isQualifiedName(parent) || ts.isPropertySignature(parent) || ts.isPropertyAssignment(parent)) return false
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword) return false
  return !(ts.isPropertyAccessExpression(parent) && parent.name === node) && !ts.isParameter(parent) && !ts.isBindingElement(parent)
}

function waysOf(node: ts.Node): string[] {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const from = node.moduleSpecifier.text
    return isOfProject(from) ? [] : importedBy(node).flatMap((name) => (isKnown(from, name) ? [] : [`${from} ${name}`]))
  }
  if (ts.isExportDeclaration(node) && !node.isTypeOnly && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    const from = node.moduleSpecifier.text
    return isOfProject(from) ? [] : [`${from} handed on`]
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [from] = node.arguments
    const name = from && ts.isStringLiteral(from) ? from.text : '?'
    return isOfProject(name) || isKnown(name, '*') ? [] : [`import ${name}`]
  }
  if (!ts.isIdentifier(node) || !(isValue(node) || ts.isJsxAttribute(node.parent))) return []
  const name = node.text
  if (MARKUP_OUT.includes(name) || (GLOBALS_OUT.includes(name) && !ts.isJsxAttribute(node.parent))) return [name]
  const harmless = name === 'process' ? PROCESS_SENDS_NOTHING : name === 'navigator' ? NAVIGATOR_SENDS_NOTHING : null
  const member = ts.isPropertyAccessExpression(node.parent) ? node.parent.name.text : '?'
  return harmless === null || harmless.includes(member) ? [] : [`${name}.${member}`]
}

export function waysOut(path: string, text: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    found.push(...waysOf(node))
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS))
  return [...new Set(found)]
}

/** The program: what runs at whoever installs it. */
const SOURCE_PATHS = ['app', 'db', 'search']
  .flatMap((top) => readdirSync(top, { recursive: true, encoding: 'utf8' }).map((path) => join(top, path)))
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path))

/** Module → what leaves by it. */
export function waysOutOfProgram(): Map<string, string[]> {
  const found = SOURCE_PATHS.map((path) => [path, waysOut(path, readFileSync(path, 'utf8'))] as const)
  return new Map(found.filter(([, ways]) => ways.length > 0))
}
