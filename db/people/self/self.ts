// What a person asks and changes about themself: everything that is kept on them, what is wrong in it, and leaving.
export { findOwnSummary } from './summary.ts'
export { openOwnFile } from './file.ts'

export { leaveProgramme, reportWrong } from './corrections.ts'
