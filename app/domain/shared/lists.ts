// How long lists are cut: one page length everywhere, and by whom proposals wait for.

export const ROWS_A_PAGE = 25

/** Totals are counted up to here; a longer list says "more than". */
export const MOST_COUNTED = 1000

export const EMPLOYER_FILTERS = ['waiting', 'live', 'over'] as const
export type EmployerFilter = (typeof EMPLOYER_FILTERS)[number]

/** `caseworker`: something is to be done now; `at_work`: somebody has started, with or without a follow-up due. */
export const CASEWORK_FILTERS = ['caseworker', 'candidate', 'employer', 'at_work', 'over'] as const
export type CaseworkFilter = (typeof CASEWORK_FILTERS)[number]
