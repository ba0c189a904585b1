import test from 'ava'
import { VirtualTimeScheduler } from 'rxjs'
import { type DevnetOptions, resolveDevnetOptions } from '../../lib/devnet/devnet-options.ts'
import { UsageError } from '../../lib/errors.ts'

for (const [options, sentence] of [
  [{ intervalMs: 5 }, 'intervalMs is 5, not a whole number from 20 to 30000'],
  [{ witnesses: 0 }, 'witnesses is 0, not a whole number from 1 to 101'],
  [{ nodes: 1.5 }, 'nodes is 1.5, not a whole number from 1 to 50'],
  [{ port: 70_000 }, 'port is 70000, not a whole number from 0 to 65535'],
  [{ startTime: new Date('nonsense') }, 'startTime is not a time between 1970 and 2106'],
  [{ hold: 3 }, 'hold is for recordings'],
  [{ chainId: 'ab' }, 'chainId is for recordings'],
  [{ recording: [], history: 3 }, 'history cannot be chosen for a recording'],
  [{ recording: [], startTime: new Date(0) }, 'startTime cannot be chosen for a recording'],
] as readonly [DevnetOptions, string][]) {
  test(`refuses an option that cannot be: ${sentence}`, (t) => {
    t.throws(() => resolveDevnetOptions(options), { instanceOf: UsageError, message: sentence })
  })
}

for (const [intervalMs, seconds] of [
  [100, 1],
  [1000, 1],
  [1400, 1],
  [2000, 2],
  [3000, 3],
] as const) {
  test(`an interval of ${intervalMs} ms is ${seconds} s on the chain`, (t) => {
    t.is(resolveDevnetOptions({ intervalMs }).blockIntervalSeconds, seconds)
  })
}

test('without a start time the history ends now', (t) => {
  const scheduler = new VirtualTimeScheduler()
  scheduler.frame = 5_000_000
  const { startSeconds } = resolveDevnetOptions({ scheduler, intervalMs: 3000, history: 100 })
  t.is(startSeconds, 5000 - 300)
})
