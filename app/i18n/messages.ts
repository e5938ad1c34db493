// The shape of the texts is the Latvian one.
import type { messages } from './lv/index.ts'

export type Messages = typeof messages
