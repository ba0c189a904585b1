import { formatAddress, type PeerAddress } from '../transport/peer-address.ts'
import { type AddressList, isAddressListed } from './address-list.ts'
import type { AddressSource } from './address-row.ts'
import { type AddressProfile, isDialable } from './is-dialable.ts'

/** Which addresses may be connected to. */
export interface AddressRules {
  readonly profile: AddressProfile
  /** Nothing but what the user gave is connected to, and nothing is learnt. */
  readonly isOnly?: boolean
  /** Never connected to, whoever named it. */
  readonly deny?: AddressList
  /** Where it is given, nothing else is connected to but this and what the user gave. */
  readonly allow?: AddressList
  /** `host:port` where this node itself listens. */
  readonly own?: ReadonlySet<string>
  /** The key that is expected at an address, by `host:port`. */
  readonly pins?: ReadonlyMap<string, string>
  /** Whether a host has behaved so badly that it is left alone for a while. What the user gave is not asked about. */
  isShunned?(host: string): boolean
}

/** Whether an address that came from that source may be dialled. */
export function mayDial(address: PeerAddress, source: AddressSource, rules: AddressRules): boolean {
  if (rules.deny !== undefined && isAddressListed(rules.deny, address)) return false
  if (rules.own?.has(formatAddress(address)) === true) return false
  if (source === 'user') return true
  if (rules.isOnly === true || rules.isShunned?.(address.host) === true) return false
  if (rules.allow !== undefined && !isAddressListed(rules.allow, address)) return false
  return source === 'seed' || isDialable(address, rules.profile)
}
