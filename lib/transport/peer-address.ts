import { UsageError } from '../errors.ts'

/** Where a node listens. */
export interface PeerAddress {
  /** A name or an IPv4 address. */
  readonly host: string
  readonly port: number
}

/** The port of a node that names none (`GRAPHENE_NET_DEFAULT_P2P_PORT`). */
export const DEFAULT_P2P_PORT = 1776

/** `host:port`. */
export function formatAddress({ host, port }: PeerAddress): string {
  return `${host}:${port}`
}

/** Reads `host:port` or `host`. Throws {@link UsageError} for anything else. */
export function parseAddress(text: string): PeerAddress {
  const match = /^([A-Za-z0-9._-]{1,253})(?::(\d{1,5}))?$/.exec(text)
  const host = match?.[1]
  const port = match?.[2] === undefined ? DEFAULT_P2P_PORT : Number(match[2])
  if (host === undefined || port < 1 || port > 65_535) {
    throw new UsageError(
      'BAD_OPTION',
      `"${text}" is not a peer: give HOST:PORT, such as seed.roelandp.nl:1776`,
    )
  }
  return { host, port }
}
