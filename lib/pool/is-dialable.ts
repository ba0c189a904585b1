import type { PeerAddress } from '../transport/peer-address.ts'

/** What an address learnt from a peer must be to be dialled: anything of the internet, or also this machine and its nets. */
export type AddressProfile = 'public' | 'local'

/** Ports below this belong to services of others; nobody's node listens there. */
const LOWEST_PORT = 1024

/** Networks that are not of the internet at large (RFC 6890 and its neighbours), as first address and prefix length. */
const RESERVED: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** The number of an IPv4 address, or undefined for any other text. */
export function ipv4Number(text: string): number | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)
  if (match === null) return undefined
  const octets = match.slice(1).map(Number)
  if (octets.some((octet) => octet > 255)) return undefined
  return octets.reduce((number, octet) => number * 256 + octet, 0)
}

/** Whether an address that a peer told us may be dialled, so that nobody can use us to knock on doors not meant for us. */
export function isDialable({ host, port }: PeerAddress, profile: AddressProfile): boolean {
  const number = ipv4Number(host)
  if (number === undefined || number === 0 || port < LOWEST_PORT || port > 65_535) return false
  if (profile === 'local') return number >= 0x0100_0000 && number < 0xe000_0000
  return !RESERVED.some(([first, prefix]) => {
    const size = 2 ** (32 - prefix)
    return Math.floor(number / size) === Math.floor((ipv4Number(first) ?? 0) / size)
  })
}

/** The network an address counts against when peers are spread: the first 16 bits, or the name. */
export function networkGroup(host: string): string {
  return ipv4Number(host) === undefined ? host : host.split('.').slice(0, 2).join('.')
}
