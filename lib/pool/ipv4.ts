/** Networks whose addresses share their first bits. */
export interface Subnet {
  readonly first: number
  /** How many of the 32 bits are shared. */
  readonly prefix: number
}

const ZERO = 48
const DOT = 46

/**
 * The number of an IPv4 address, or undefined for any other text. Octets have no leading zeros: some readers take "010"
 * for eight.
 */
export function ipv4Number(text: string): number | undefined {
  let number = 0
  let octet = -1
  let dots = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === DOT) {
      if (octet < 0 || (dots += 1) > 3) return undefined
      number = number * 256 + octet
      octet = -1
    } else {
      const digit = code - ZERO
      if (digit < 0 || digit > 9 || octet === 0) return undefined
      octet = octet < 0 ? digit : octet * 10 + digit
      if (octet > 255) return undefined
    }
  }
  return dots === 3 && octet >= 0 ? number * 256 + octet : undefined
}

/** A network written as `a.b.c.d/bits`, or a single address; undefined for any other text. */
export function parseSubnet(text: string): Subnet | undefined {
  const [address = '', bits, ...rest] = text.split('/')
  const first = ipv4Number(address)
  if (first === undefined || rest.length > 0 || (bits !== undefined && !/^\d{1,2}$/.test(bits)))
    return undefined
  const prefix = Number(bits ?? 32)
  return prefix > 32 ? undefined : { first, prefix }
}

/** Whether an address, as a number, lies in a network. */
export function isInSubnet(number: number, { first, prefix }: Subnet): boolean {
  const size = 2 ** (32 - prefix)
  return Math.floor(number / size) === Math.floor(first / size)
}

/**
 * The network an address counts against when peers are spread: its first octets, or the name where it is none.
 *
 * @param octets 2 for networks of 16 bits, 3 for networks of 24
 */
export function networkGroup(host: string, octets: 2 | 3 = 2): string {
  if (ipv4Number(host) === undefined) return host
  const second = host.indexOf('.', host.indexOf('.') + 1)
  return host.slice(0, octets === 2 ? second : host.lastIndexOf('.'))
}

/** An IPv4 address as sockets give it: without the `::ffff:` that one of IPv6 puts in front. */
export function plainHost(host: string): string {
  const bare = host.replace(/^::ffff:/i, '')
  return ipv4Number(bare) === undefined ? host : bare
}
