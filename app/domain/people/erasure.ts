// Why somebody's data is erased.

/** `restored`: a backup of before brought the person back. `term`: it was kept for long enough (retention.ts). */
export const ERASURE_REASONS = ['wish', 'restored', 'term'] as const
