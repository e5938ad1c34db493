// What a caseworker reads, part by part.
import { involvement } from './casework/involvement.ts'
import { matching } from './casework/matching.ts'
import { people } from './casework/people.ts'
import { proposals } from './casework/proposals.ts'

export const casework = { people, involvement, matching, proposals }
