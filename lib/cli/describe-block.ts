import type { Block } from '../node/block.ts'

/** One line about a block, for people. `nowSeconds` by the chain's clock. */
export function describeBlock(block: Block): string {
  const operations = block.transactions.reduce((count, { operations }) => count + operations.length, 0)
  const time = new Date(block.timestamp * 1000).toISOString().replace('.000Z', 'Z')
  const number = `#${block.number}`.padEnd(11)
  const counts = `${String(block.transactions.length).padStart(4)} trx ${String(operations).padStart(4)} ops`
  const size = `${(block.raw.length / 1000).toFixed(1)} kB`.padStart(9)
  return `${number} ${time}  ${block.witness.padEnd(8)} ${counts} ${size}  ${block.id}`
}
