import test from 'ava'
import { killStore } from '../../scripts/soak/kill-store.ts'

test('what was said to be durable is there after kill -9, and nothing else', async (t) => {
  // Ten processes have to start, on a machine that may have much else to do.
  t.timeout(180_000)
  const { kills, appends, problems } = await killStore(10, 'spec')
  t.deepEqual(problems, [])
  t.is(kills, 10)
  t.true(appends > 0)
})
