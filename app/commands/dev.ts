// `npm run dev`: the site, with pages that Vite compiles. `tsx watch` starts it again when code changes that runs outside Vite.
import { openDevPages } from '#app/process/dev-pages.ts'
import { main } from '#app/process/main.ts'

process.env['NODE_ENV'] = 'development'
await main([], openDevPages)
