// The members of an organisation or an employer and the people invited to it: both lists, the invitation form, and the new link, shown once.
import type { ReactNode } from 'react'
import { Form as RemixForm, useActionData } from '@remix-run/react'
import { Box } from '@navikt/ds-react/Box'
import { CopyButton } from '@navikt/ds-react/CopyButton'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { Table } from '@navikt/ds-react/Table'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { dayOf } from '#app/domain/shared/day.ts'
import type { Problems } from '#app/forms/parse-form.ts'
import { Form, Submit, useProblemText } from '#app/components/ui/form.tsx'
import { TextInput } from '#app/components/ui/fields.tsx'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { TableHead } from '#app/components/ui/table-head.tsx'
import { Notice } from '#app/components/ui/notice.tsx'

type Colleague = { membershipId: string; name: string; email: string; phone: string }
type Invited = { id: string; name: string; email: string; expiresAt: number; expired: boolean }
type Answer = { invited?: { name: string; email: string; address: string }; problems?: Problems }

type Level = '2' | '3'
type Props = {
  members: readonly Colleague[]
  invitations: readonly Invited[]
  /** The reader's own membership, said beside their name. */
  self?: string
  /** Whom the form proposes to invite. */
  suggested?: { name: string; email: string }
  /** Said under the heading of the form; why somebody would be invited here. */
  lead?: ReactNode
  /** Of the headings inside; 3 when the list is under a heading of its own. */
  headings?: Level
}

/** The page's loader returns `colleaguesOf`, its action passes the form to `changeColleagues`. */
export function Colleagues({ members, invitations, self, suggested, lead, headings = '2' }: Props) {
  return (
    <VStack gap="space-40">
      <Members members={members} self={self ?? ''} level={headings} />
      {invitations.length > 0 && <Invitations invitations={invitations} level={headings} />}
      <Invite lead={lead} suggested={suggested ?? { name: '', email: '' }} level={headings} />
    </VStack>
  )
}

function Members({ members, self, level }: { members: readonly Colleague[]; self: string; level: Level }) {
  const t = useText()
  const problemText = useProblemText()
  const refused = useActionData<Answer>()?.problems?.form
  return (
    <section aria-labelledby="members">
      <Heading size="small" level={level} id="members" spacing>
        {t('account.invitation.members')}
      </Heading>
      {refused !== undefined && (
        <div role="alert">
          <Notice kind="error">{problemText(refused)}</Notice>
        </div>
      )}
      {members.length === 0 ? (
        <BodyShort>{t('account.invitation.nobody')}</BodyShort>
      ) : (
        <div className="scroll-x">
          <Table size="small" className="stacks">
            <TableHead columns={[t('account.invitation.name'), t('account.email'), t('account.invitation.phone'), '']} />
            <Table.Body>
              {members.map((member) => (
                <Table.Row key={member.membershipId}>
                  <Table.HeaderCell scope="row">
                    {member.name}
                    {member.membershipId === self && ` (${t('account.invitation.you')})`}
                  </Table.HeaderCell>
                  <Table.DataCell>{member.email}</Table.DataCell>
                  <Table.DataCell>{member.phone}</Table.DataCell>
                  <Table.DataCell>{member.membershipId !== self && <End member={member} />}</Table.DataCell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </div>
      )}
    </section>
  )
}

/** Asks once more before it is done; opens without JavaScript. */
function End({ member }: { member: Colleague }) {
  const t = useText()
  return (
    <details className="quiet">
      <summary>
        {t('account.invitation.end')}
        <span className="visually-hidden">: {member.name}</span>
      </summary>
      <RemixForm method="post">
        <input type="hidden" name="form" value="end" />
        <BodyShort size="small" spacing>
          {t('account.invitation.endText', { name: member.name })}
        </BodyShort>
        <Submit name="id" value={member.membershipId} size="small" variant="secondary">
          {t('account.invitation.endNow')}
        </Submit>
      </RemixForm>
    </details>
  )
}

function Invitations({ invitations, level }: { invitations: readonly Invited[]; level: Level }) {
  const t = useText()
  const format = useFormat()
  return (
    <section aria-labelledby="invited">
      <Heading size="small" level={level} id="invited" spacing>
        {t('account.invitation.open')}
      </Heading>
      <VStack as="ul" gap="space-12" className="plain-list">
        {invitations.map((one) => (
          <HStack as="li" key={one.id} gap="space-16" align="center" justify="space-between">
            <div>
              <BodyShort weight="semibold">{one.name}</BodyShort>
              <BodyShort size="small">
                {one.email} ·{' '}
                {t(one.expired ? 'account.invitation.expiredOn' : 'account.invitation.until', {
                  day: format.day(dayOf(one.expiresAt)),
                })}
              </BodyShort>
            </div>
            <RemixForm method="post">
              <input type="hidden" name="form" value="withdraw" />
              <Submit name="id" value={one.id} size="small" variant="tertiary" className="flush">
                {t('account.invitation.withdraw')}
                <span className="visually-hidden">: {one.name}</span>
              </Submit>
            </RemixForm>
          </HStack>
        ))}
      </VStack>
    </section>
  )
}

function Invite({ lead, suggested, level }: { lead: ReactNode; suggested: { name: string; email: string }; level: Level }) {
  const t = useText()
  const invited = useActionData<Answer>()?.invited
  return (
    <section aria-labelledby="invite">
      <VStack gap="space-16" className="narrow">
        <Heading size="small" level={level} id="invite">
          {t('account.invitation.inviteTitle')}
        </Heading>
        {invited && <Address {...invited} />}
        {lead !== undefined && <BodyShort>{lead}</BodyShort>}
        <Form name="invite" key={invited?.address ?? ''} initial={invited ? {} : suggested}>
          <TextInput name="name" label={t('account.invitation.name')} autoComplete="off" />
          <TextInput
            name="email"
            type="email"
            label={t('account.email')}
            description={t('account.invitation.emailHint')}
            autoComplete="off"
          />
          <div>
            <Submit variant="secondary">{t('account.invitation.invite')}</Submit>
          </div>
        </Form>
      </VStack>
    </section>
  )
}

/** Readable and selectable without JavaScript; the button only helps. */
function Address({ name, address }: { name: string; address: string }) {
  const t = useText()
  return (
    <Box role="status" background="success-soft" padding="space-16" borderRadius="8">
      <VStack gap="space-8" align="start">
        <BodyShort weight="semibold">{t('account.invitation.made', { name })}</BodyShort>
        <BodyShort>{t('account.invitation.once')}</BodyShort>
        <code className="address">{address}</code>
        <CopyButton copyText={address} text={t('account.invitation.copy')} activeText={t('account.invitation.copied')} />
      </VStack>
    </Box>
  )
}
