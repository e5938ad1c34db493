// Texts by typed key. i18next looks them up and picks the plural form; the languages are registered by the two entries.
import { createInstance, type i18n } from 'i18next'
import type { Language } from './language.ts'
import type { Messages } from './messages.ts'

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
type WithoutForm<Key extends string> = Key extends `${infer Base}_${PluralForm}` ? Base : Key
type KeysOf<Node, Path extends string = ''> = {
  [Key in keyof Node & string]: Node[Key] extends string ? `${Path}${WithoutForm<Key>}` : KeysOf<Node[Key], `${Path}${Key}.`>
}[keyof Node & string]

/** The shape another language must have: the same keys, with its own plural forms. */
export type Translated<Node> = {
  [Key in keyof Node as Key extends `${string}_${PluralForm}` ? never : Key]: Node[Key] extends string ? string : Translated<Node[Key]>
} & { [plural: `${string}_${PluralForm}`]: string }

/** Every key there is, dotted; plural keys without their form. */
export type TextKey = KeysOf<Messages>
type KeysUnder<Area extends string, Key = TextKey> = Key extends `${Area}.${infer Rest}` ? Rest : never
/** What a form can say is wrong. */
export type ProblemKey = KeysUnder<'problems'>
export type TextValues = Readonly<Record<string, string | number>>
export type Translate = (key: TextKey, values?: TextValues) => string

type Words = Messages['words']
/** A vocabulary of the domain, as its words are kept under `words.`. */
export type WordGroup = keyof Words
export type WordOf<Group extends WordGroup> = keyof Words[Group] & string
export type WordText = <Group extends WordGroup>(group: Group, word: WordOf<Group>) => string

/** As i18next has it, for any key: what leaves this module takes only keys that exist. */
type Lookup = (key: string, values?: TextValues) => string
const lookups = new Map<Language, Lookup>()

export function registerMessages(language: Language, messages: object): void {
  const instance: i18n = createInstance()
  void instance.init({
    lng: language,
    resources: { [language]: { translation: messages } },
    interpolation: { escapeValue: false },
    initAsync: false,
    showSupportNotice: false,
  })
  lookups.set(language, (key, values) => instance.t(key, { ...values }))
}

/** Throws when the language was not registered: a page never falls back to keys in silence. */
function lookupIn(language: Language): Lookup {
  const lookup = lookups.get(language)
  if (!lookup) throw new Error(`The texts of ${language} are not loaded`)
  return lookup
}

/** For a key that comes as data: a problem of a form, a phrase of matching. Which of them exist is held by types and tests where they are made. */
export function textOf(language: Language, key: string, values?: TextValues): string {
  return lookupIn(language)(key, values)
}

export function translator(language: Language): Translate {
  return lookupIn(language)
}

export function wordsIn(language: Language): WordText {
  const lookup = lookupIn(language)
  return (group, word) => lookup(`words.${group}.${word}`)
}
