import test from 'ava'
import { killStore } from '../../scripts/soak/kill-store.ts'

test('what was said to be durable is there after kill -9, and nothing else', async (t) => {
  const { kills, appends, problems } = await killStore(10, 'spec')
  t.deepEqual(problems, [])
  t.is(kills, 10)
  t.true(appends > 10)
})
