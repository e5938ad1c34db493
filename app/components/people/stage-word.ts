// A stage in words, as exactly as who reads it is shown it.
import { isActivity, type ShownStage } from '#app/domain/people/shown-stage.ts'
import { useWord } from '#app/components/ui/i18n.tsx'

export function useStageWord(): (stage: ShownStage) => string {
  const word = useWord()
  return (stage) => (isActivity(stage) ? word('activity', stage) : word('stage', stage))
}
