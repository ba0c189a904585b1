// A test of your own code against a network of your own: no internet, no waiting, the same blocks each time.
import assert from 'node:assert/strict'
import test from 'node:test'
import { filter, firstValueFrom, map, type Observable, take, toArray } from 'rxjs'
import { createDevnet, createNode, type OperationEvent } from '../lib/index.ts'

/** The code under test: who is paid. */
function toReceivers(operation$: Observable<OperationEvent>): Observable<string> {
  return operation$.pipe(
    map(({ operation }) => (operation.type === 'transfer' ? operation.to : undefined)),
    filter((to) => to !== undefined),
  )
}

void test('receivers of transfers are seen', async (t) => {
  const devnet = createDevnet({ seed: 'my test', startTime: new Date('2026-01-01'), history: 20 })
  await devnet.start()
  t.after(() => devnet.close())

  const node = createNode({ network: devnet.network, from: 'genesis' })
  const receivers = await firstValueFrom(toReceivers(node.operation$).pipe(take(5), toArray()))

  const known = new Set<string>(devnet.accounts.map(({ id }) => id))
  assert.equal(receivers.length, 5)
  assert.ok(receivers.every((id) => known.has(id)))
})
