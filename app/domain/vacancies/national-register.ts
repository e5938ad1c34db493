// The national register of vacancies, as imported ones point back to it.

/** @param id the record's number in the register. */
export function registerAddress(id: string): string {
  return `https://cvvp.nva.gov.lv/#/pub/vakances/${encodeURIComponent(id)}`
}
