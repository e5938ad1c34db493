// Three columns of counts that are also the switch between the groups; each is an address.
import { Link } from '@remix-run/react'
import { GROUPS, type Group } from '#app/domain/matching/criterion.ts'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { VerdictIcon } from './verdict.tsx'

const VERDICT_OF = { fits: 'meets', check: 'check', does_not_fit: 'fails' } as const satisfies Record<Group, string>

type Props = { counts: Record<Group, number>; chosen: Group; to: (group: Group) => string }

export function GroupSwitch({ counts, chosen, to }: Props) {
  const t = useText()
  const format = useFormat()
  return (
    <nav className="groups" aria-label={t('casework.matching.groups')}>
      {GROUPS.map((group) => (
        <Link key={group} to={to(group)} aria-current={group === chosen ? 'true' : undefined} preventScrollReset>
          <span className={`verdict verdict-${VERDICT_OF[group]}`}>
            <VerdictIcon verdict={VERDICT_OF[group]} />
            {t(`match.group.${group}`)}
          </span>
          <span className="count">{format.number(counts[group])}</span>
          <span className="help">{t(`casework.matching.groupHelp.${group}`)}</span>
        </Link>
      ))}
    </nav>
  )
}
