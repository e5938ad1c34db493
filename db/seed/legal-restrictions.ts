// The rules of law a new installation begins with. Only a rule that was read in its source is marked as verified; the others say that they were not.
import type { legalRestriction } from '#db/schema/index.ts'

type RestrictionSeed = Pick<
  typeof legalRestriction.$inferInsert,
  'id' | 'occupation' | 'context' | 'family' | 'effect' | 'article' | 'note' | 'verifiedOn' | 'source'
>

const NOT_VERIFIED = 'Nav pārbaudīts: pirms lietošanas izlasiet pantu spēkā esošajā redakcijā.'

export const LEGAL_RESTRICTIONS: readonly RestrictionSeed[] = [
  {
    id: 'teachers',
    occupation: '23',
    effect: 'needs_assessment',
    article: 'Izglītības likums, 50. panta pirmās daļas 1. punkts',
    note: 'Attiecas uz tīšiem nodarījumiem. Līdz dzēšanai strādāt par pedagogu nedrīkst; pēc dzēšanas Izglītības kvalitātes valsts dienests var izvērtēt un atļaut.',
    verifiedOn: '2026-11-22',
    source: 'Satversmes tiesas 2024. gada 23. maija spriedums lietā Nr. 2023-34-01 (likumi.lv, 352213)',
  },
  {
    id: 'children-violence',
    context: 'children',
    family: 'violence',
    effect: 'needs_assessment',
    article: 'Bērnu tiesību aizsardzības likums, 72. panta piektās daļas 1. punkts',
    note: `Mūža liegumu bez izvērtēšanas Satversmes tiesa atcēla no 2022. gada 1. janvāra (lieta Nr. 2020-36-01); tagadējais formulējums nav lasīts. ${NOT_VERIFIED}`,
    source: 'likumi.lv, 322004 un 323393',
  },
  {
    id: 'children-sexual',
    context: 'children',
    family: 'sexual',
    effect: 'hard_bar',
    article: 'Bērnu tiesību aizsardzības likums, 72. panta piektās daļas 2. punkts',
    note: NOT_VERIFIED,
  },
  {
    id: 'vulnerable',
    context: 'vulnerable',
    effect: 'check',
    article: 'Bērnu tiesību aizsardzības likums, 72. pants, un nozares likumi par sociālajiem pakalpojumiem',
    note: NOT_VERIFIED,
  },
  {
    id: 'guards',
    occupation: '5414',
    effect: 'until_spent',
    article: 'Apsardzes darbības likums, 15. pants',
    note: `Apsarga sertifikāts; attiecas uz tīšiem nodarījumiem. ${NOT_VERIFIED}`,
    source: 'likumi.lv, 320627 (pants, bet ne nosacījumi par sodāmību)',
  },
  {
    id: 'weapons',
    context: 'weapons',
    effect: 'until_spent',
    article: 'Ieroču aprites likums (ieroča atļauja)',
    note: `Attiecas uz tīšiem nodarījumiem. ${NOT_VERIFIED}`,
  },
  {
    id: 'taxi',
    occupation: '8322',
    effect: 'check',
    article: 'Autopārvadājumu likums (taksometra vadītāju reģistrs)',
    note: `Taksometru vada tikai reģistrā iekļauts vadītājs. ${NOT_VERIFIED}`,
  },
  {
    id: 'driving',
    context: 'driving',
    family: 'traffic',
    effect: 'check',
    article: 'Krimināllikums, 262. pants (transportlīdzekļa vadīšanas tiesības)',
    note: `Ja tiesības ir atņemtas, vispirms tās jāatgūst. ${NOT_VERIFIED}`,
  },
  {
    id: 'police',
    occupation: '5412',
    effect: 'hard_bar',
    article: 'Iekšlietu ministrijas sistēmas iestāžu amatpersonu ar speciālajām dienesta pakāpēm dienesta gaitas likums',
    note: NOT_VERIFIED,
  },
  {
    id: 'prison-guards',
    occupation: '5413',
    effect: 'hard_bar',
    article: 'Ieslodzījuma vietu pārvaldes amatpersonu dienesta gaitas likums',
    note: NOT_VERIFIED,
  },
]
