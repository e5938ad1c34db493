// Where each role begins.
import type { Actor } from '#app/domain/shared/actor.ts'
import { paths } from '#app/paths.ts'

export function homeOf(kind: Actor['kind']): string {
  switch (kind) {
    case 'employer':
      return paths.employer.home()
    case 'caseworker':
      return paths.casework.people()
    case 'candidate':
      return paths.candidate.offers()
    case 'coordinator':
      return paths.coordinator.home()
    case 'visitor':
      return paths.front()
  }
}
