// What the simplest job boards do: the typed text as it stands, somewhere in the title or the description.
import { filterSql, type OpenPeer } from './peer.ts'
import { answerFrom, documentTable } from './sqlite-table.ts'

const escaped = (typed: string) => typed.replace(/[\\%_]/g, (sign) => `\\${sign}`)

export const openLike: OpenPeer = async (documents, folder) => {
  const database = await documentTable(documents, folder)
  const search = answerFrom(database, (query) => {
    const looked = `%${escaped(query.words)}%`
    database
      .prepare(
        `insert into hit select n, 0, municipality, contract, shifts, lat, lon, published from doc
         where (title like ? escape '\\' or body like ? escape '\\')${filterSql(query)}`,
      )
      .run(looked, looked)
  })
  return { search, close: () => void database.close() }
}
