import { networkInterfaces } from 'node:os'

/** The IPv4 addresses of this machine, as the system knows them at the moment. */
export function readOwnHosts(): ReadonlySet<string> {
  const interfaces = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  return new Set(interfaces.filter(({ family }) => family === 'IPv4').map(({ address }) => address))
}
