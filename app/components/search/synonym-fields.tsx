// What a synonym says: in a line, and as the fields of adding and of mending one.
import { HStack } from '@navikt/ds-react/Stack'
import { LongText, OneOf } from '#app/components/ui/fields.tsx'
import { Submit } from '#app/components/ui/form.tsx'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { dayOf } from '#app/domain/shared/day.ts'
import type { SynonymText } from '#app/domain/search/synonym.ts'

/** The arrow, with its words for whoever does not see it. */
export function Means({ twoWay }: { twoWay: boolean }) {
  const t = useText()
  return (
    <>
      <span aria-hidden="true">{twoWay ? '⇄' : '→'}</span>
      <span className="visually-hidden">{t(twoWay ? 'coordinator.search.synonym.twoWay' : 'coordinator.search.synonym.oneWay')}</span>
    </>
  )
}

export function SynonymLine({ from, to, twoWay }: SynonymText) {
  return (
    <>
      {from.join(', ')} <Means twoWay={twoWay} /> {to.join(', ')}
    </>
  )
}

export function Changed({ at, by }: { at: number; by: string | null }) {
  const t = useText()
  const day = useFormat().day(dayOf(at))
  return by === null ? t('coordinator.search.synonym.changedFirst', { day }) : t('coordinator.search.synonym.changedBy', { day, who: by })
}

export function SynonymFields() {
  const t = useText()
  return (
    <>
      <LongText
        name="from"
        label={t('coordinator.search.synonym.from')}
        description={t('coordinator.search.synonym.fromHint')}
        minRows={3}
        maxLength={2000}
      />
      <LongText
        name="to"
        label={t('coordinator.search.synonym.to')}
        description={t('coordinator.search.synonym.toHint')}
        minRows={2}
        maxLength={2000}
      />
      <OneOf
        name="meaning"
        label={t('coordinator.search.synonym.meaning')}
        options={[
          {
            value: 'two_way',
            label: t('coordinator.search.synonym.twoWay'),
            description: t('coordinator.search.synonym.twoWayHint'),
          },
          {
            value: 'one_way',
            label: t('coordinator.search.synonym.oneWay'),
            description: t('coordinator.search.synonym.oneWayHint'),
          },
        ]}
      />
      <LongText name="note" label={t('coordinator.search.synonym.note')} minRows={2} maxLength={500} />
    </>
  )
}

/** Saving is the first, so that it is what Enter does. */
export function SynonymButtons() {
  const t = useText()
  return (
    <HStack gap="space-16">
      <Submit name="intent" value="save">
        {t('common.save')}
      </Submit>
      <Submit name="intent" value="preview" variant="secondary">
        {t('coordinator.search.synonym.preview')}
      </Submit>
    </HStack>
  )
}
