// Where a search for vacancies lives: the public page and the caseworker's are made of the same parts.
import { createContext, useContext } from 'react'
import { paths } from '#app/paths.ts'

export type SearchAddress = { search: typeof paths.vacancies; vacancy: (id: string) => string }

const AddressContext = createContext<SearchAddress>({ search: paths.vacancies, vacancy: paths.vacancy })

export const SearchAddressProvider = AddressContext.Provider

export function useSearchAddress(): SearchAddress {
  return useContext(AddressContext)
}
