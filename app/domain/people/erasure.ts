// Why somebody's data is erased.

/** `restored`: a backup of before brought the person back. */
export const ERASURE_REASONS = ['wish', 'restored'] as const
