// Passing a person on, and asking another organisation to join: what is offered, how it is answered, and by when.

/** `handover`: the other organisation leads from then on. `joining`: it supports the one that leads. */
export const HANDOVER_KINDS = ['handover', 'joining'] as const
export type HandoverKind = (typeof HANDOVER_KINDS)[number]

/** `over`: what it was about ended otherwise before it was answered, as when another organisation took the person on. */
export const HANDOVER_STATES = ['offered', 'accepted', 'refused', 'taken_back', 'expired', 'over'] as const

export const HANDOVER_REFUSALS = ['other_area', 'no_capacity', 'other_help', 'known_otherwise'] as const
export type HandoverRefusal = (typeof HANDOVER_REFUSALS)[number]

/** Calendar days from the offer to the last day of answering. */
export const HANDOVER_DAYS = 7
