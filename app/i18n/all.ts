// All three languages at once, for the server; the browser loads the one it shows.
import { messages as en } from './en/index.ts'
import { messages as lv } from './lv/index.ts'
import { messages as ru } from './ru/index.ts'
import type { Messages } from './messages.ts'
import { registerMessages, type Translated } from './translate.ts'

export const ALL_MESSAGES = { lv, ru: ru satisfies Translated<Messages>, en: en satisfies Translated<Messages> }

export function registerAllMessages(): void {
  registerMessages('lv', lv)
  registerMessages('ru', ru)
  registerMessages('en', en)
}
