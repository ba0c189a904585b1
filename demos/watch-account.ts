// Tells what an account does and what is done to it, in sentences with names: alice's on a devnet, the committee's elsewhere.
// Names come from the genesis document and the blocks since. Of a chain that is not followed from its first block on those
// are known that are built in, and ids stand for the rest.
import { filter, finalize, map, mergeMap, take } from 'rxjs'
import {
  createNameBook,
  createNode,
  describe,
  followNames,
  MAINNET,
  operationFilter,
  toOperationEvents,
} from '../lib/index.ts'
import { openNetwork } from './network.ts'

const { options, blocks, close } = await openNetwork()
const network = typeof options.network === 'object' ? options.network : MAINNET
const names = createNameBook({ network })
const account = names.accountNamed('alice') ?? '1.2.0'
const isAboutAccount = operationFilter({ accounts: [account] })
const node = createNode({ ...options, from: network.genesis === undefined ? 'head' : 'genesis' })

const line$ = node.chain$.pipe(
  // First: whatever is said of a block below, its names are known.
  followNames(names),
  filter(({ type }) => type === 'block_applied'),
  take(blocks),
  mergeMap(({ block }) => toOperationEvents(block)),
  filter(({ operation }) => isAboutAccount(operation)),
  map(({ block, operation }) => `#${block.number} ${describe(operation, names)}`),
)

line$.pipe(finalize(close)).subscribe((line) => console.log(line))
