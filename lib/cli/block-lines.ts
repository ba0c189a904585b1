import type { Names } from '../names/names.ts'
import type { Block } from '../node/block.ts'
import type { ObjectId } from '../protocol/object-id.ts'

const ID_WIDTH = 8
const NAME_WIDTH = 16

/** A block as core's RPC prints it, its number and id in front. */
export function blockLine(block: Block): string {
  return JSON.stringify({ block_num: block.number, block_id: block.id, ...block.toJSON() })
}

/** That a block was taken back. */
export function undoLine({ number, id }: Block): string {
  return JSON.stringify({ undo: true, block_num: number, block_id: id })
}

/** One line about a block, for people; who made it by name, where `names` has one. */
export function describeBlock(block: Block, names?: Names): string {
  const operations = block.transactions.reduce((count, { operations }) => count + operations.length, 0)
  const time = new Date(block.timestamp * 1000).toISOString().replace('.000Z', 'Z')
  const number = `#${block.number}`.padEnd(11)
  const counts = `${String(block.transactions.length).padStart(4)} trx ${String(operations).padStart(4)} ops`
  const size = `${(block.raw.length / 1000).toFixed(1)} kB`.padStart(9)
  const witness = witnessName(block.witness, names).padEnd(names === undefined ? ID_WIDTH : NAME_WIDTH)
  return `${number} ${time}  ${witness} ${counts} ${size}  ${block.id}`
}

/** The same of one that was taken back. */
export function describeUndone(block: Block, names?: Names): string {
  return `undone ${describeBlock(block, names)}`
}

/** The name of the account that a witness is, or else the id of the witness. */
export function witnessName(witness: ObjectId<1, 6>, names?: Names): string {
  const account = names?.witness(witness)
  return (account === undefined ? undefined : names?.account(account)) ?? witness
}
