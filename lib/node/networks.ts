import { type ChainTiming, MAINNET_TIMING } from '../chain/slots.ts'
import type { AddressProfile } from '../pool/is-dialable.ts'

/** What makes one graphene network differ from another. */
export interface NetworkDescription {
  readonly name: string
  /** SHA-256 of the genesis file, 64 hex digits. */
  readonly chainId: string
  /** In front of keys and addresses as text. */
  readonly prefix: string
  /** `host:port` of nodes that are always tried. */
  readonly seeds: readonly string[]
  /** Seconds between two blocks. */
  readonly blockIntervalSeconds: number
  /** How the chain divides time. With {@link genesis} that says it; without either nothing is known of slots. */
  readonly timing?: ChainTiming
  /** The genesis document: witness keys, intervals and limits follow from it. Its SHA-256 is the chain id. */
  readonly genesis?: Uint8Array
  /** `local` lets private and loopback addresses be dialled and lifts limits per address. */
  readonly profile: AddressProfile
  /**
   * The chain's clock, in seconds since 1970. Default: the clock of this machine. A devnet faster than a block a second
   * runs on a clock of its own, because block times are whole seconds.
   */
  readonly chainSeconds?: () => number
}

/** The BitShares main network; seeds as compiled into bitshares-core 7.0.2 (`egenesis/seed-nodes.txt`). */
export const MAINNET: NetworkDescription = {
  name: 'mainnet',
  chainId: '4018d7844c78f6a6c41c6a552b898022310fc5dec06da467ee7905a8dad512c8',
  prefix: 'BTS',
  seeds: [
    'bts-seed1.abit-more.com:62015',
    'seed.roelandp.nl:1776',
    'seed1.xbts.io:1776',
    'seed2.xbts.io:1776',
    'seed4.xbts.io:1776',
    'seeds.btsnodes.com:1776',
  ],
  blockIntervalSeconds: 3,
  timing: MAINNET_TIMING,
  profile: 'public',
}

/** The public test network. Its seeds come and go: give `peers` when none of these answers. */
export const TESTNET: NetworkDescription = {
  name: 'testnet',
  chainId: '39f5e2ede1f8bc1a3a54a7914414e3779e33193f1f5693510e73cb7a87617447',
  prefix: 'TEST',
  seeds: ['testnet.bitshares.im:11010', 'testnet.dex.trading:1700'],
  blockIntervalSeconds: 3,
  timing: MAINNET_TIMING,
  profile: 'public',
}

/** A private network: the chain id is known, and every node of it has to be named. */
export function privateNetwork(chainId: string, name = 'private'): NetworkDescription {
  return { name, chainId, prefix: 'BTS', seeds: [], blockIntervalSeconds: 3, profile: 'local' }
}
