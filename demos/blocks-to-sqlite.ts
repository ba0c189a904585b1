// Keeps blocks in SQLite: a row a block, and none of a block that was undone. Started again with the same `--file` it goes on
// after its last row, which is all it has to remember.
import { finalize, takeWhile } from 'rxjs'
import sqlite from 'node-sqlite3-wasm'
import { createNode, type Cursor } from '../lib/index.ts'
import { openNetwork } from './network.ts'

const { options, blocks, file = ':memory:', close } = await openNetwork()
const database = new sqlite.Database(file)
database.exec(
  'CREATE TABLE IF NOT EXISTS block (number INTEGER PRIMARY KEY, id TEXT, witness TEXT, time INTEGER, json TEXT)',
)
const last = database.get('SELECT number, id FROM block ORDER BY number DESC LIMIT 1') as Cursor | null
const node = createNode({ ...options, from: last ?? 'genesis' })
let count = 0
const change$ = node.chain$.pipe(takeWhile(({ type }) => type !== 'block_applied' || ++count < blocks, true))

change$.pipe(finalize(finish)).subscribe(({ type, block }) => {
  if (type === 'block_applied') {
    const { number, id, witness, timestamp } = block
    const row = [number, id, witness, timestamp, JSON.stringify(block)]
    database.run('INSERT INTO block VALUES (?, ?, ?, ?, ?)', row)
    console.log(`#${number} kept`)
  } else if (type === 'block_undone') {
    database.run('DELETE FROM block WHERE id = ?', [block.id])
    console.log(`#${block.number} deleted`)
  }
})

function finish(): void {
  const { kept = 0 } = database.get('SELECT count(*) AS kept FROM block') ?? {}
  console.log(`${Number(kept)} blocks in ${file}`)
  database.close()
  close()
}
