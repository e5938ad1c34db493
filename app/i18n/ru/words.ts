// The words of the vocabularies in app/domain, group by group; a capital stands where the word stands alone, none where it goes into a sentence.
import { acceptanceWords } from './words/acceptance.ts'
import { peopleWords } from './words/people.ts'
import { proposalWords } from './words/proposal.ts'
import { workWords } from './words/work.ts'

export const words = { ...acceptanceWords, ...workWords, ...peopleWords, ...proposalWords }
