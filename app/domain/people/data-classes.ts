// What is held about a person, column by column: of which class of data it is, and whether it is encrypted or why not. docs/privacy.md holds this
// as a table, and a test fails when a column about people stands in no group or in two.

export const DATA_CLASSES = [
  /** That the person is here, with whom, since when. */
  'case',
  'identity',
  'record',
  /** The exact stage, the place of custody, the planned release. */
  'situation',
  'profile',
  'readiness',
  'label',
  'proposals',
  /** What the person says is wrong. */
  'corrections',
  /** How the person signs in, the keys, and who opened what. */
  'access',
] as const
export type DataClass = (typeof DATA_CLASSES)[number]

/** `table.column`, as the database names them. `encrypted`: with the person's key; the keys themselves with the master key. */
type ColumnGroup = { class: DataClass; columns: readonly string[] } & ({ kept: 'encrypted' } | { kept: 'clear'; reason: string })

const of = (table: string, columns: string) => columns.split(' ').map((column) => `${table}.${column}`)

export const PERSONAL_COLUMNS: readonly ColumnGroup[] = [
  { class: 'identity', kept: 'encrypted', columns: of('identity', 'content') },
  { class: 'record', kept: 'encrypted', columns: of('restricted_record', 'content') },
  { class: 'situation', kept: 'encrypted', columns: of('candidate', 'situation') },
  { class: 'label', kept: 'encrypted', columns: of('involvement', 'label') },
  { class: 'readiness', kept: 'encrypted', columns: of('readiness', 'note') },
  { class: 'corrections', kept: 'encrypted', columns: of('correction', 'content') },
  { class: 'proposals', kept: 'encrypted', columns: [...of('proposal_event', 'note'), ...of('proposal_question', 'question answer')] },
  { class: 'access', kept: 'encrypted', columns: of('vault_key', 'wrapped') },
  {
    class: 'case',
    kept: 'clear',
    columns: of('candidate', 'id code language created_at updated_at erased_at version situation_version merged_into'),
    reason:
      'The row itself: found by its code before anybody has signed in, greeted in its language, guarded against two who save at once, led to the row it was merged into.',
  },
  {
    class: 'case',
    kept: 'clear',
    columns: [
      ...of('candidate', 'lead_id'),
      ...of('involvement', 'id candidate_id organisation_id role caseworker_id shares since until basis basis_name recorded_by version'),
    ],
    reason: 'Which organisations work with the person and on what basis: a condition of every query about people.',
  },
  {
    class: 'case',
    kept: 'encrypted',
    columns: [...of('involvement', 'said'), ...of('handover', 'said note'), ...of('duplicate_pair', 'said')],
  },
  {
    class: 'case',
    kept: 'clear',
    columns: of(
      'handover',
      'id kind candidate_id from_organisation_id to_organisation_id shares basis basis_name state refusal offered_by offered_at due_on decided_by decided_at version',
    ),
    reason: 'Who was asked to take the person on or to join, by when, and the answer in a word of a list; the log of it.',
  },
  {
    class: 'case',
    kept: 'clear',
    columns: [...of('candidate', 'activity waiting_since'), ...of('involvement', 'activity waiting_since')],
    reason: 'Lists of people are divided and ordered by them (seeks work, works, finished), matching begins with who seeks work.',
  },
  {
    class: 'case',
    kept: 'clear',
    columns: of('change', 'seq subject subject_id'),
    reason: 'That something about a row has changed, for those that keep copies of it; never what.',
  },
  {
    class: 'case',
    kept: 'clear',
    columns: of(
      'task',
      'id kind about_id for_organisation_id for_employer_id for_coordinators candidate_id proposal_id vacancy_id from_party created_at due_on done_at done_by',
    ),
    reason: 'That something waits, for whom and until when; what was said stands encrypted where it leads.',
  },
  {
    class: 'case',
    kept: 'clear',
    columns: [
      ...of('erasure', 'candidate_id why asked_at asked_by done_at'),
      ...of('retention_notice', 'id candidate_id term warned_at due_on state reason decided_by decided_at'),
    ],
    reason: 'Whose data was erased, or is to be, and kept on, at whose wish, why and when; proof of it, and what is not ended yet.',
  },
  {
    class: 'situation',
    kept: 'clear',
    columns: of('candidate', 'stage custody_place_id planned_release_on'),
    reason: 'Empty: where the situation stood before December 2026; encrypted and emptied at the first start since.',
  },
  {
    class: 'profile',
    kept: 'clear',
    columns: of('candidate', 'profile'),
    reason:
      'Read for everybody at each match. Codes of work, licences, languages, a town to travel from; its words are read for names and contacts.',
  },
  {
    class: 'identity',
    kept: 'clear',
    columns: of('identity', 'candidate_id updated_at version'),
    reason: 'Whose the encrypted text is and when it was saved, for the history.',
  },
  {
    class: 'record',
    kept: 'clear',
    columns: of('restricted_record', 'candidate_id updated_at version'),
    reason: 'Whose it is and when it was saved, for the history. Everybody has this row, also somebody of whom nothing is recorded.',
  },
  {
    class: 'identity',
    kept: 'clear',
    columns: of('identity', 'code_key'),
    reason:
      'A hash of the personal code under a key made from the master key: without that key it tells no code, only that two people have one and the same.',
  },
  {
    class: 'case',
    kept: 'clear',
    columns: of('duplicate_pair', 'id earlier_id later_id found_at state basis basis_name decided_by decided_at'),
    reason: 'Which two registrations have one code, and what a coordinator decided, on what basis.',
  },
  {
    class: 'readiness',
    kept: 'clear',
    columns: of('readiness', 'candidate_id item state updated_at'),
    reason: 'Lists of people are filtered by what is not in place yet.',
  },
  {
    class: 'readiness',
    kept: 'clear',
    columns: of('readiness', 'due_on'),
    reason:
      'The next date in a list of people is the earliest of many; a day says that something is to be done by then, not by whom or why.',
  },
  {
    class: 'readiness',
    kept: 'clear',
    columns: of('readiness', 'who'),
    reason: 'Empty: where the note stood before December 2026.',
  },
  {
    class: 'corrections',
    kept: 'clear',
    columns: of('correction', 'id candidate_id state created_at done_at'),
    reason: 'Which are still open, oldest first.',
  },
  {
    class: 'profile',
    kept: 'clear',
    columns: of('hidden_vacancy', 'candidate_id vacancy_id organisation_id at'),
    reason: 'Left out of the person’s matches.',
  },
  {
    class: 'profile',
    kept: 'clear',
    columns: of('text_override', 'id vacancy_id candidate_id employer_id account_id findings at'),
    reason: 'Who let a text out that was warned about, and the kinds of what was found; never the words.',
  },
  {
    class: 'proposals',
    kept: 'clear',
    columns: of(
      'proposal',
      'id vacancy_id employer_id candidate_id organisation_id state state_since told_state told_version since_day deadline_at code start_on interview_at created_at version',
    ),
    reason: 'Each move is guarded in the database, and the lists, deadlines and counts of three parties are made of them.',
  },
  {
    class: 'proposals',
    kept: 'clear',
    columns: of('proposal', 'shown to_discuss acceptance interview_place'),
    reason:
      'What the employer itself reads or wrote: the frozen view in short words, what its vacancy accepted then, where it meets the person.',
  },
  {
    class: 'proposals',
    kept: 'clear',
    columns: [
      ...of('proposal_event', 'id proposal_id step from_state to_state party membership_id reason at'),
      ...of('proposal_question', 'id proposal_id asked_at answered_by answered_at'),
    ],
    reason: 'The log of moves, which only grows; reasons are words of a list. Which questions wait for an answer.',
  },
  {
    class: 'proposals',
    kept: 'clear',
    columns: [
      ...of(
        'consent',
        'id proposal_id kind discloses asked_at deadline_at answer answered_by channel membership_id answered_at withdrawn_at',
      ),
      ...of('follow_up', 'id proposal_id week outcome evidence promises membership_id at'),
    ],
    reason: 'Proof of what was agreed to, and how it went, in words of lists; counted in statistics.',
  },
  {
    class: 'proposals',
    kept: 'clear',
    columns: of(
      'confirmation',
      'id candidate_id vacancy_id asked_by_organisation_id asked_by authority_organisation_id asked_at asked answer answered_by answered_at due_on told_at',
    ),
    reason: 'Which vacancy an authority was asked about, what that vacancy said publicly, and one of two words; never why.',
  },
  {
    class: 'access',
    kept: 'clear',
    columns: [
      ...of('vault_key', 'candidate_id'),
      ...of('candidate_access', 'candidate_id card_hash card_expires_at pin_hash by_authority wrong_tries locked_at'),
      ...of('session', 'token_hash membership_id candidate_id created_at expires_at'),
    ],
    reason: 'Signing in: hashes alone, tries that are counted before a PIN is compared, what ends when.',
  },
  {
    class: 'access',
    kept: 'clear',
    columns: of('access_log', 'id candidate_id membership_id subject purpose at'),
    reason: 'Who opened what, when and for what purpose; never the content. It only grows, and the person reads it.',
  },
]
