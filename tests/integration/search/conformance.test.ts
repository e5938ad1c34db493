// What every engine answers, the embedded one and Meilisearch alike. Where the store's engine makes no difference, on one of them only.
import { describe } from 'vitest'
import { ENGINE } from '#tests/support/database.ts'
import { describeChance, describeFilters, describeSynonyms } from '#tests/support/search/conformance/answers.ts'
import { describeFreshness } from '#tests/support/search/conformance/freshness.ts'
import { describeHistory } from '#tests/support/search/conformance/history.ts'
import { describeHostile } from '#tests/support/search/conformance/hostile.ts'
import { describeLabelled } from '#tests/support/search/conformance/labelled.ts'
import { describePaging } from '#tests/support/search/conformance/paging.ts'
import { describeServing } from '#tests/support/search/conformance/serving.ts'
import { SEARCH_ENGINES } from '#tests/support/search/engines.ts'

const WHOLE = ENGINE === 'sqlite'

describe.each(SEARCH_ENGINES)('on $name', (engine) => {
  describeChance(engine, WHOLE ? 600 : 60)
  describeSynonyms(engine)
  describePaging(engine, WHOLE ? [1, 7, 20, 100] : [7])
  describeHostile(engine)
  if (engine.atOnce) describeFreshness(engine)
  if (!WHOLE) return
  describeFilters(engine, 2000, 240)
  describeServing(engine)
  describeHistory(engine, 10_000)
  describeLabelled(engine, 10_000, 300)
})
