// Where a coordinator looks a company up: the Enterprise Register's own free search, by the number.
import { Link } from '@navikt/ds-react/Link'
import { useText } from '#app/components/ui/i18n.tsx'

const ENTERPRISE_REGISTER = 'https://info.ur.gov.lv/'

export function RegisterLink({ registrationNo }: { registrationNo: string }) {
  const t = useText()
  return (
    <Link href={ENTERPRISE_REGISTER} rel="noreferrer">
      {t('coordinator.employer.lookUp', { number: registrationNo })}
    </Link>
  )
}
