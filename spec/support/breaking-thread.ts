// A thread for specs of the recovery pool: it answers its first batches as it should and breaks down over the next one.
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { recoverPacked } from '../../lib/crypto/packed-signatures.ts'
import { createSignatures } from '../../lib/crypto/signatures.ts'
import type { RecoveryThreadData } from '../../lib/workers/start-recovery-thread.ts'

/** Batches that are answered. */
const GOOD_BATCHES = 2

const { backend: name, posted } = workerData as RecoveryThreadData
const backend = createSignatures(name)
if (parentPort === null || backend === undefined) throw new Error('this is for a pool')
parentPort.postMessage('ready')
let answered = 0
for (;;) {
  const seen = Atomics.load(posted, 0)
  const received = receiveMessageOnPort(parentPort) as
    { readonly message: Uint8Array<ArrayBuffer> } | undefined
  if (received === undefined) Atomics.wait(posted, 0, seen)
  else if (answered === GOOD_BATCHES) throw new Error('this thread was made to break down')
  else {
    recoverPacked(received.message, backend)
    parentPort.postMessage(received.message, [received.message.buffer])
    answered += 1
  }
}
