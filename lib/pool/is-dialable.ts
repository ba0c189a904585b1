import type { PeerAddress } from '../transport/peer-address.ts'
import { ipv4Number, isInSubnet, parseSubnet, type Subnet } from './ipv4.ts'

/** What an address learnt from a peer must be to be dialled: anything of the internet, or also this machine and its nets. */
export type AddressProfile = 'public' | 'local'

/** Ports below this belong to services of others; nobody's node listens there. */
const LOWEST_PORT = 1024

/**
 * Higher ports where something else listens that must not be knocked on at a stranger's word: telephony, file shares,
 * mail, chat, desktops, databases, container engines.
 */
const SERVICE_PORTS: ReadonlySet<number> = new Set([
  1433, 1521, 1719, 1720, 1723, 2049, 2375, 2376, 2379, 3128, 3260, 3306, 3389, 3659, 4045, 5060, 5061, 5432,
  5900, 5901, 5984, 6000, 6379, 6443, 6566, 6665, 6666, 6667, 6668, 6669, 6697, 9042, 9200, 9300, 10_080,
  11_211, 27_017,
])

/** Networks that are not of the internet at large (RFC 6890 and its neighbours). */
const RESERVED: readonly Subnet[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
].flatMap((text) => parseSubnet(text) ?? [])

const NOWHERE: Subnet = { first: 0, prefix: 8 }
const FIRST_MULTICAST = 0xe000_0000

/** Whether an address that a peer told us may be dialled, so that nobody can use us to knock on doors not meant for us. */
export function isDialable({ host, port }: PeerAddress, profile: AddressProfile): boolean {
  const number = ipv4Number(host)
  if (number === undefined || !Number.isInteger(port)) return false
  if (port < LOWEST_PORT || port > 65_535 || SERVICE_PORTS.has(port)) return false
  if (profile === 'local') return !isInSubnet(number, NOWHERE) && number < FIRST_MULTICAST
  return !RESERVED.some((subnet) => isInSubnet(number, subnet))
}
