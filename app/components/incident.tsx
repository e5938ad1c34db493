// The id of a fault on this page's own request; null when it went well.
import { createContext, useContext } from 'react'

export const IncidentContext = createContext<string | null>(null)

export function useIncident(): string | null {
  return useContext(IncidentContext)
}
