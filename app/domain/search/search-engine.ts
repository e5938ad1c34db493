// The engines that may answer a search, by name.

export const ENGINES = ['embedded', 'meilisearch'] as const
export type EngineName = (typeof ENGINES)[number]
