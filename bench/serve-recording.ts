// Run in a process of its own by the sync bench: serves a recording on a free port and prints the port.
import { createDevnet } from '../lib/devnet/create-devnet.ts'

const [recording = '', chainId] = process.argv.slice(2)
const devnet = createDevnet({ recording, ...(chainId === undefined ? {} : { chainId }) })
await devnet.start()
console.log(JSON.stringify({ port: devnet.address.port, chainId: devnet.chainId, head: devnet.head.number }))
