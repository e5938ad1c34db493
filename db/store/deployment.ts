// What all machines of a deployment agree on: the mode, and the key that people's data is encrypted with.
import { createHmac } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Instant } from '#app/domain/shared/day.ts'
import { deployment, type DEPLOYMENT_MODES } from '#db/schema/deployment.ts'
import type { Db, Store, Tx } from './store.ts'
import type { MasterKey } from '#db/people/vault.ts'

type DeploymentMode = (typeof DEPLOYMENT_MODES)[number]
export type Joining = { mode: DeploymentMode; master: MasterKey }
/** `joined`: the database belongs to this deployment, or to none until now. */
export type Joined = { kind: 'joined' } | { kind: 'otherMode'; mode: DeploymentMode } | { kind: 'otherKey' }

const ONLY_ROW = 1

/** The same for the same key, and nothing can be learned of the key from it. */
export function keyCheckOf(master: MasterKey): string {
  return createHmac('sha256', master).update('tilts: the key of this deployment').digest('base64url')
}

async function find(db: Db | Tx) {
  const [row] = await db.select().from(deployment).where(eq(deployment.id, ONLY_ROW))
  return row
}

/** The first process writes its mode and key; every later one must have the same. Called before anything else is written to the database. */
export async function joinDeployment(store: Store, { mode, master }: Joining, now: Instant): Promise<Joined> {
  const keyCheck = keyCheckOf(master)
  const row =
    (await store.read(find)) ??
    (await store.write(async (tx) => {
      const first = await find(tx)
      if (first) return first
      const own = { id: ONLY_ROW, mode, keyCheck, createdAt: now }
      await tx.insert(deployment).values(own)
      return own
    }))
  if (row.mode !== mode) return { kind: 'otherMode', mode: row.mode }
  return row.keyCheck === keyCheck ? { kind: 'joined' } : { kind: 'otherKey' }
}

/** Different for each new database; empty where no deployment has joined yet. */
export async function deploymentName(store: Store): Promise<string> {
  const row = await store.read(find)
  return row === undefined ? '' : `${row.mode} ${String(row.createdAt)}`
}
