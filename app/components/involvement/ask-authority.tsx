// Where an authority has to confirm first: whom to ask, what waits, what was told, how many questions are left.
import { Link } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort } from '@navikt/ds-react/Typography'
import type { ConfirmationAnswer } from '#app/domain/confirmations/question.ts'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PhoneLink } from '#app/components/ui/phone-link.tsx'
import { paths } from '#app/paths.ts'

type Asking = {
  here: { waitsUntil: string } | { told: ConfirmationAnswer } | null
  authority: string | null
  near: { name: string; phone: string } | null
  taken: boolean
  left: number
}

export function AskAuthority({ asking, personId }: { asking: Asking; personId: string }) {
  const t = useText()
  const format = useFormat()
  const { here, authority, near, taken, left } = asking
  if (here && 'waitsUntil' in here) return <Notice>{t('casework.involvement.asking.waits', { day: format.day(here.waitsUntil) })}</Notice>
  if (here) return <Notice kind="warning">{t('casework.involvement.asking.another')}</Notice>
  if (authority === null) {
    return (
      <VStack gap="space-8">
        <Notice kind="warning">{t('casework.involvement.asking.nobody')}</Notice>
        {near !== null && (
          <BodyShort>
            {t('casework.involvement.asking.near')} {near.name}, <PhoneLink phone={near.phone} />
          </BodyShort>
        )}
        <Link to={paths.casework.organisations(personId)}>{t('casework.involvement.form.joining')}</Link>
        <Link to={paths.findHelp()}>{t('common.findHelp')}</Link>
      </VStack>
    )
  }
  if (!taken) return <Notice kind="warning">{t('casework.involvement.asking.notTaken')}</Notice>
  return (
    <VStack gap="space-8">
      <Notice>{t('casework.involvement.asking.lead', { organisation: authority })}</Notice>
      <BodyShort>{t('casework.involvement.asking.left', { count: left })}</BodyShort>
      <Form name="confirmation">
        <div>
          <Submit>{t('casework.involvement.asking.ask')}</Submit>
        </div>
      </Form>
    </VStack>
  )
}
