// Takes blocks one by one with `for await`. While the loop works, no more than a few blocks wait, and none is lost: the
// node stops asking for more.
import { createNode, formatCursor } from '../lib/index.ts'
import { openNetwork } from './network.ts'

const { options, blocks, close } = await openNetwork()
const node = createNode({ ...options, from: 'genesis' })
let count = 0

for await (const block of node.toAsyncIterable(node.block$, { highWaterMark: 10 })) {
  await store(JSON.stringify(block))
  // A cursor is what to keep: `createNode({ from: parseCursor(text) })` goes on after this very block.
  console.log(`stored ${formatCursor(block.cursor)}`)
  count += 1
  if (count >= blocks) break
}
close()

/** Your database. */
function store(json: string): Promise<number> {
  return Promise.resolve(json.length)
}
