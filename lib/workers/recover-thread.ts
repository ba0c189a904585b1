// What each thread of a recovery pool runs; `start-recovery-thread.ts` is the other end.
//
// It waits on a shared number instead of for events: so it needs no timer to end when nothing comes for a while, and no
// turn of a loop between two batches.
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { recoverPacked } from '../crypto/packed-signatures.ts'
import { createSignatures } from '../crypto/signatures.ts'
import { InternalError } from '../errors.ts'
import type { RecoveryThreadData } from './start-recovery-thread.ts'

const { backend: name, idleMs, posted } = workerData as RecoveryThreadData
const backend = createSignatures(name)
if (parentPort === null || backend === undefined)
  throw new InternalError(`no thread can recover keys by ${name}`)
parentPort.postMessage('ready')
let seen: number
do {
  seen = Atomics.load(posted, 0)
  for (;;) {
    const received = receiveMessageOnPort(parentPort) as
      { readonly message: Uint8Array<ArrayBuffer> } | undefined
    if (received === undefined) break
    const { message: packed } = received
    recoverPacked(packed, backend)
    parentPort.postMessage(packed, [packed.buffer])
  }
} while (Atomics.wait(posted, 0, seen, idleMs) !== 'timed-out')
