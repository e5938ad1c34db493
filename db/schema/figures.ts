// Published figures, entered by a coordinator with where they are from. The newest that is not withdrawn is the one shown.
import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { STATISTIC_YEARS, type FamilyShares } from '#app/domain/figures/published.ts'
import { account } from './account.ts'
import { day, instant, must } from './columns.ts'

const entered = () => ({
  enteredBy: text('entered_by')
    .notNull()
    .references(() => account.id, { onDelete: 'restrict' }),
  enteredAt: instant('entered_at').notNull(),
  withdrawnAt: instant('withdrawn_at'),
})

export const participationFigure = sqliteTable(
  'participation_figure',
  {
    id: text('id').primaryKey(),
    people: integer('people').notNull(),
    report: text('report').notNull(),
    publishedOn: day('published_on').notNull(),
    ...entered(),
  },
  (table) => [
    index('participation_figure_entered_by_index').on(table.enteredBy),
    must('participation_figure_people_check', sql`${table.people} > 0`),
    must('participation_figure_report_check', sql`length(trim(${table.report})) > 0`),
  ],
)

export const convictionStatistic = sqliteTable(
  'conviction_statistic',
  {
    id: text('id').primaryKey(),
    source: text('source').notNull(),
    year: integer('year').notNull(),
    shares: text('shares', { mode: 'json' }).$type<FamilyShares>().notNull(),
    ...entered(),
  },
  (table) => [
    index('conviction_statistic_entered_by_index').on(table.enteredBy),
    must(
      'conviction_statistic_year_check',
      sql`${table.year} between ${sql.raw(String(STATISTIC_YEARS.min))} and ${sql.raw(String(STATISTIC_YEARS.max))}`,
    ),
    must('conviction_statistic_source_check', sql`length(trim(${table.source})) > 0`),
  ],
)
