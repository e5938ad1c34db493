// Whether an organisation is a public authority: only then do its caseworkers open the restricted part (GDPR art. 10).
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { mayBePublicAuthority, type OrganisationKind } from '#app/domain/organisations/organisation.ts'
import { Tick } from '#app/components/ui/fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'

export function Authority({ organisation }: { organisation: { kind: OrganisationKind; publicAuthority: boolean; version: number } }) {
  const t = useText()
  const { kind, publicAuthority, version } = organisation
  return (
    <section aria-labelledby="authority">
      <VStack gap="space-16" className="reading">
        <Heading size="small" level="2" id="authority">
          {t('coordinator.organisation.authority')}
        </Heading>
        {mayBePublicAuthority(kind) ? (
          <>
            <BodyShort weight="semibold">
              {t(publicAuthority ? 'coordinator.organisation.authorityYes' : 'coordinator.organisation.authorityNo')}
            </BodyShort>
            <BodyShort>{t('coordinator.organisation.authorityWhy')}</BodyShort>
            <Form name="authority" key={version} initial={publicAuthority ? { publicAuthority: 'on' } : {}}>
              <input type="hidden" name="version" value={version} />
              <Tick name="publicAuthority" label={t('coordinator.organisation.authorityTick')} />
              <div>
                <Submit variant="secondary">{t('coordinator.organisation.saveAuthority')}</Submit>
              </div>
            </Form>
          </>
        ) : (
          <BodyShort>{t('coordinator.organisation.authorityNever')}</BodyShort>
        )}
      </VStack>
    </section>
  )
}
