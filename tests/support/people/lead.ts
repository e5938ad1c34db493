// The relation of the organisation that leads a person, for tests that write many people at once.
import type { involvement } from '#db/schema/index.ts'

type Lead = Pick<typeof involvement.$inferInsert, 'candidateId' | 'organisationId' | 'caseworkerId' | 'since'> & { label?: string }

export function leadIdOf(candidateId: string): string {
  return `lead-${candidateId}`
}

export function leadOf({ label, ...lead }: Lead): typeof involvement.$inferInsert {
  return { id: leadIdOf(lead.candidateId), ...lead, role: 'leads', label: label ?? null, basis: 'law' }
}
