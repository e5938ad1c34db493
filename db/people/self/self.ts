// What a person asks and changes about themself: everything that is kept on them, what is wrong in it, and leaving.
export { findOwnSummary, type OwnSummary } from './summary.ts'
export { openOwnFile, type OwnFile } from './file.ts'
export { listOwnConsents, type OwnConsent } from './consents.ts'
export { leaveProgramme, reportWrong, type OwnCorrection } from './corrections.ts'
