// Peers that were written apart from this project, as child processes on free ports.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** Starts a peer; `listening` gives its port, `events` what it says. */
export function startPeer(peerScript, ...args) {
  const child = spawn(process.execPath, [peerScript, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const events = []
  const listening = new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the peer ended before it listened')))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const event = JSON.parse(line)
      events.push(event)
      if (event.event === 'listening') resolve(event.port)
    })
  })
  // Who does not wait for it does not hear of it.
  listening.catch(() => undefined)
  return { listening, events, stop: () => child.kill() }
}

/** Runs `use` with the ports of peers, and stops them whatever happens. */
export async function withPeers(peers, use) {
  try {
    return await use(await Promise.all(peers.map(({ listening }) => listening)))
  } finally {
    for (const peer of peers) peer.stop()
  }
}
