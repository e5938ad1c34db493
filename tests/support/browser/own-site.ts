// The site that a test has to itself: files that run at the same time do not meet each other's rows.
import { inject } from 'vitest'
import type { Site } from './site.ts'

export function ownSite(): Site {
  const sites = inject('sites')
  const site = sites[Number(process.env['VITEST_POOL_ID'] ?? '0') % sites.length]
  if (!site) throw new Error('No site was started for the browser tests')
  return site
}
