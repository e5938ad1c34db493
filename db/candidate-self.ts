// What a person asks and changes about themself: everything that is held, what is wrong in it, and leaving.
export { findOwnSummary, type OwnSummary } from './candidate-self/summary.ts'
export { openOwnFile, type OwnFile } from './candidate-self/file.ts'
export { listOwnConsents, type OwnConsent } from './candidate-self/consents.ts'
export { leaveProgramme, reportWrong, type OwnCorrection } from './candidate-self/corrections.ts'
