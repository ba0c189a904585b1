import { UsageError } from '../errors.ts'
import { formatAddress, parseAddress, type PeerAddress } from '../transport/peer-address.ts'
import { ipv4Number, isInSubnet, parseSubnet, plainHost, type Subnet } from './ipv4.ts'

/** Addresses somebody wrote down: networks, hosts with any port, hosts with one. */
export interface AddressList {
  readonly subnets: readonly Subnet[]
  /** Names, in lower case. */
  readonly hosts: ReadonlySet<string>
  /** `host:port`. */
  readonly endpoints: ReadonlySet<string>
}

/**
 * Reads a list whose entries are `a.b.c.d`, `a.b.c.d/bits`, `host` or `host:port`. Throws {@link UsageError} `BAD_OPTION`
 * with the option's name for anything else.
 */
export function parseAddressList(entries: readonly string[], option: string): AddressList {
  const subnets: Subnet[] = []
  const hosts = new Set<string>()
  const endpoints = new Set<string>()
  for (const entry of entries) {
    const text = entry.trim().toLowerCase()
    const subnet = parseSubnet(text)
    if (subnet !== undefined) subnets.push(subnet)
    else if (isName(text)) hosts.add(text)
    else if (isEndpoint(text)) endpoints.add(text)
    else {
      throw new UsageError(
        'BAD_OPTION',
        `${option}: "${entry}" is neither an address, a network such as 192.0.2.0/24, a host nor HOST:PORT`,
      )
    }
  }
  return { subnets, hosts, endpoints }
}

/** Whether an address is on the list. Without a port only networks and hosts count. */
export function isListed(list: AddressList, host: string, port?: number): boolean {
  const plain = plainHost(host).toLowerCase()
  if (list.hosts.has(plain)) return true
  if (port !== undefined && list.endpoints.has(formatAddress({ host: plain, port }))) return true
  const number = ipv4Number(plain)
  return number !== undefined && list.subnets.some((subnet) => isInSubnet(number, subnet))
}

/** Whether an endpoint is on the list. */
export function isAddressListed(list: AddressList, { host, port }: PeerAddress): boolean {
  return isListed(list, host, port)
}

function isName(text: string): boolean {
  return /^[a-z0-9._-]{1,253}$/.test(text) && /[a-z]/.test(text)
}

function isEndpoint(text: string): boolean {
  if (!/:\d+$/.test(text)) return false
  try {
    return parseAddress(text).port > 0
  } catch {
    return false
  }
}
