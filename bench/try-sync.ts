import { benchSync, emptyChain } from './sync.ts'
const [path] = process.argv.slice(2)
console.log(await benchSync(path ?? (await emptyChain(100_000))))
