// The frame of every page: the demo bar, the logo, the navigation of the role, the language, signing out.
import { useState, type ReactNode } from 'react'
import { Form, NavLink, useLocation } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { BodyShort, Detail } from '@navikt/ds-react/Typography'
import { LANGUAGES, LANGUAGE_NAMES } from '#app/i18n/language.ts'
import { paths } from '#app/paths.ts'
import { useLanguage, useText } from '../i18n.tsx'
import { Notice } from '../notice.tsx'
import { Logo } from './logo.tsx'

type ShellRole = 'visitor' | 'employer' | 'caseworker' | 'candidate' | 'coordinator'
/** `to` is what the one-click sign-in is asked for. */
export type DemoAccount = { to: string; as: 'employer' | 'caseworker' | 'ngo' | 'coordinator' | 'candidate' }
export type ShellData = {
  role: ShellRole
  /** The person's and the organisation's name, or the candidate's code. */
  name: string
  of: string
  demo: boolean
  demoAccounts: readonly DemoAccount[]
  /** The answer that says a change was saved, and in which word. */
  saved: { id: string; word: 'saved' | 'erased' } | null
}

type NavItem = { to: string; label: string; end?: boolean }

function useNavItems(role: ShellRole): NavItem[] {
  const t = useText()
  switch (role) {
    case 'visitor':
      return [
        { to: paths.vacancies(), label: t('common.search') },
        { to: paths.forEmployers(), label: t('common.forEmployers') },
        { to: paths.forSpecialists(), label: t('common.forSpecialists') },
      ]
    case 'employer':
      return [
        { to: paths.employer.home(), label: t('account.nav.employer.home'), end: true },
        { to: paths.employer.tasks(), label: t('tasks.title') },
        { to: paths.employer.vacancies(), label: t('account.nav.employer.vacancies') },
        { to: paths.employer.proposals(), label: t('account.nav.employer.proposals') },
        { to: paths.employer.colleagues(), label: t('account.nav.employer.colleagues') },
        { to: paths.employer.company(), label: t('account.nav.employer.company') },
      ]
    case 'caseworker':
      return [
        { to: paths.casework.people(), label: t('account.nav.caseworker.people'), end: true },
        { to: paths.casework.tasks(), label: t('tasks.title') },
        { to: paths.casework.vacancies(), label: t('account.nav.caseworker.vacancies') },
        { to: paths.casework.proposals(), label: t('account.nav.caseworker.proposals') },
        { to: paths.casework.colleagues(), label: t('account.nav.caseworker.colleagues') },
      ]
    case 'candidate':
      return [
        { to: paths.candidate.proposals(), label: t('account.nav.candidate.proposals'), end: true },
        { to: paths.candidate.about(), label: t('account.nav.candidate.about') },
      ]
    case 'coordinator':
      return [
        { to: paths.coordinator.home(), label: t('account.nav.coordinator.home'), end: true },
        { to: paths.coordinator.tasks(), label: t('tasks.title') },
        { to: paths.coordinator.employers(), label: t('account.nav.coordinator.employers') },
        { to: paths.coordinator.organisations(), label: t('account.nav.coordinator.organisations') },
        { to: paths.coordinator.approvals(), label: t('account.nav.coordinator.approvals') },
        { to: paths.coordinator.duplicates(), label: t('account.nav.coordinator.duplicates') },
        { to: paths.coordinator.restrictions(), label: t('account.nav.coordinator.restrictions') },
        { to: paths.coordinator.custody(), label: t('account.nav.coordinator.custody') },
        { to: paths.coordinator.retention(), label: t('retention.job.title') },
        { to: paths.coordinator.figures(), label: t('account.nav.coordinator.figures') },
        { to: paths.coordinator.contact(), label: t('account.nav.coordinator.contact') },
        { to: paths.coordinator.searches(), label: t('account.nav.coordinator.search') },
      ]
  }
}

function LanguageSwitch() {
  const t = useText()
  const current = useLanguage()
  const { pathname, search } = useLocation()
  return (
    <Form method="post" action={paths.account.language()} reloadDocument className="languages">
      <fieldset>
        <legend className="visually-hidden">{t('common.language')}</legend>
        <input type="hidden" name="to" value={pathname + search} />
        {LANGUAGES.map((language) => (
          <button
            key={language}
            type="submit"
            name="language"
            value={language}
            lang={language}
            title={LANGUAGE_NAMES[language]}
            aria-pressed={language === current}
          >
            {language.toUpperCase()}
          </button>
        ))}
      </fieldset>
    </Form>
  )
}

function DemoBar({ accounts }: { accounts: readonly DemoAccount[] }) {
  const t = useText()
  // A demo that was started empty has no accounts to sign in with.
  const said = accounts.length > 0 ? t('common.demoBar') : t('common.trialBar')
  return (
    <aside className="demo-bar" aria-label={said}>
      <Detail as="span">{said}</Detail>
      {accounts.length > 0 && (
        <Form method="post" action={paths.account.demo()} reloadDocument className="demo-accounts">
          <Detail as="span">{t('common.demoAs')}</Detail>
          {accounts.map((account) => (
            <button key={account.to} type="submit" name="as" value={account.to}>
              {t(`common.demoDoor.${account.as}`)}
            </button>
          ))}
        </Form>
      )}
    </aside>
  )
}

function Session({ shell }: { shell: ShellData }) {
  const t = useText()
  if (shell.role === 'visitor') {
    return (
      <NavLink className="sign-in" to={paths.account.signIn()}>
        {t('common.signIn')}
      </NavLink>
    )
  }
  return (
    <div className="session">
      <BodyShort size="small" as="div" className="who">
        <span>{shell.name}</span>
        {shell.of !== '' && <span className="of">{shell.of}</span>}
      </BodyShort>
      <Form method="post" action={paths.account.signOut()} reloadDocument>
        <Button type="submit" size="small" variant="tertiary-neutral">
          {t('common.signOut')}
        </Button>
      </Form>
    </div>
  )
}

function Footer() {
  const t = useText()
  return (
    <footer className="footer">
      <nav aria-label={t('common.footerNavigation')}>
        <NavLink to={paths.findHelp()}>{t('common.findHelp')}</NavLink>
        <NavLink to={paths.forEmployers()}>{t('common.forEmployers')}</NavLink>
        <NavLink to={paths.forSpecialists()}>{t('common.forSpecialists')}</NavLink>
        <NavLink to={paths.privacy()}>{t('common.privacy')}</NavLink>
      </nav>
    </footer>
  )
}

/** Until anything else is sent or opened: also an answer that leaves this data as it is, as a refused form does, ends it. */
function SavedOnce({ word }: { word: 'saved' | 'erased' }) {
  const t = useText()
  const { key } = useLocation()
  const [shownAt] = useState(key)
  return key === shownAt && <Notice kind="success">{t(`common.${word}`)}</Notice>
}

export function Shell({ shell, children }: { shell: ShellData; children: ReactNode }) {
  const t = useText()
  const items = useNavItems(shell.role)
  return (
    <div className={`shell shell-${shell.role}`}>
      <a className="skip" href="#content">
        {t('common.skip')}
      </a>
      {shell.demo && <DemoBar accounts={shell.demoAccounts} />}
      <header className="header">
        <NavLink to={paths.front()} className="mark">
          <Logo />
        </NavLink>
        <div className="header-end">
          <LanguageSwitch />
          <Session shell={shell} />
        </div>
      </header>
      <div className="body">
        <nav className="main-nav" aria-label={t('common.mainNavigation')}>
          {items.map(({ label, ...item }) => (
            <NavLink key={item.to} {...item}>
              {label}
            </NavLink>
          ))}
        </nav>
        <main id="content" tabIndex={-1}>
          <div role="status" className="saved no-print">
            {shell.saved !== null && <SavedOnce key={shell.saved.id} word={shell.saved.word} />}
          </div>
          {children}
        </main>
      </div>
      <Footer />
    </div>
  )
}
