import { type Cursor, GENESIS } from '../chain/cursor.ts'
import type { TreeRules } from '../chain/fork-tree.ts'
import type { Genesis } from '../chain/genesis-document.ts'
import type { ChainTiming } from '../chain/slots.ts'
import {
  type ChainState,
  createVerifier,
  stateAtGenesis,
  stateInMiddle,
  type VerifiableBlock,
  type VerifyLevel,
} from '../chain/verify-block.ts'
import { addCheckpointKeys, NO_KEYS } from '../chain/witness-keys.ts'
import { Block, setVerdict } from './block.ts'

/** What a node holds blocks against. */
export interface Verification {
  readonly level: VerifyLevel
  /** What the chain begins with; its keys and witnesses count for a stream that begins there. */
  readonly genesis: Genesis | undefined
  /** Where there is no genesis; without either nothing is known of slots and of what is irreversible. */
  readonly timing: ChainTiming | undefined
  /** Witness keys from elsewhere: 66 hex digits by the number of the witness. */
  readonly checkpoint: ReadonlyMap<number, string>
  /** What keys begin with. */
  readonly prefix: string
}

/** The rules of a run's fork tree, and the states it may begin with. */
export interface ChainRules extends Pick<TreeRules<Block, ChainState>, 'check' | 'irreversible'> {
  /** What is known before the first block that follows `start`. */
  stateAt(start: Cursor): ChainState
}

/** What the rules have to ask the run. */
export interface RulesContext {
  /** The key that signed a block, 66 hex digits; undefined if none can have. */
  signerOf(block: VerifiableBlock): string | undefined
  /** Whether a doubted block was heard of from two peers, or from the only one. */
  isWidelyHeard(block: Block): boolean
}

export function createChainRules(verification: Verification, context: RulesContext): ChainRules {
  const { level, genesis, checkpoint, prefix } = verification
  const timing = genesis?.timing ?? verification.timing
  const verifier = createVerifier({
    level,
    timing,
    electorate: genesis?.electorate,
    maxBlockSizeBytes: genesis?.maxBlockSizeBytes,
    prefix,
    signerOf: (block) => context.signerOf(block),
    isWidelyHeard: (block) => block instanceof Block && context.isWidelyHeard(block),
  })
  return {
    check(block, before, built) {
      const check = verifier.check(block, before, built)
      if (check.verdict === 'ok') setVerdict(block, check.state.verdict)
      return check
    },
    irreversible: (state) => verifier.irreversible(state),
    stateAt({ id }) {
      if (id === GENESIS.id && genesis !== undefined) return stateAtGenesis(genesis)
      return stateInMiddle(timing, addCheckpointKeys(NO_KEYS, checkpoint))
    },
  }
}
