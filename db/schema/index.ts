// Every table, in one place for the store and the migrations.
export * from './account.ts'
export * from './candidate.ts'
export * from './change.ts'
export * from './legal-restriction.ts'
export * from './organisation.ts'
export * from './proposal.ts'
export * from './text-override.ts'
export * from './vacancy.ts'
