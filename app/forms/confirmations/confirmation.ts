// What an authority answers about a person and a vacancy; without a reason.
import { z } from 'zod'
import { CONFIRMATION_ANSWERS } from '#app/domain/confirmations/question.ts'
import { choice } from '../fields.ts'

export const confirmationForm = z.object({ answer: choice(CONFIRMATION_ANSWERS) })
