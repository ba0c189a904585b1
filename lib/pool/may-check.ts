import type { PeerAddress } from '../transport/peer-address.ts'
import { type AddressRules, mayDial } from './address-rules.ts'

/** Where this node is. */
export interface OwnPlace {
  /** The port at which others can connect; undefined: it does not listen. */
  readonly port: number | undefined
  /** The addresses of this machine. Asked for only where all else is in order. */
  hosts(): ReadonlySet<string>
}

/**
 * Whether an address may be dialled to find out for others whether it can be: only what could be dialled at a peer's word
 * anyway, see `mayDial`, and no address of this machine. In profile `local`, where everything is on one machine, it is
 * the port that must not be ours.
 */
export function mayCheck(address: PeerAddress, rules: AddressRules, own: OwnPlace): boolean {
  if (!mayDial(address, 'peer', rules)) return false
  if (rules.profile === 'local' && address.port !== own.port) return true
  return !address.host.startsWith('127.') && !own.hosts().has(address.host)
}
