// Which of Aksel's own texts a page uses; English ships with Aksel.
import { en } from '@navikt/ds-react/locales'
import type { Language } from './language.ts'
import { aksel as lv } from './lv/aksel.ts'
import { aksel as ru } from './ru/aksel.ts'

export const AKSEL_BASE = en
export const AKSEL_TEXTS = { lv, ru, en: {} } as const satisfies Record<Language, object>
