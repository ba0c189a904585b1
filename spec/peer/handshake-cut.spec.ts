import test, { type ExecutionContext } from 'ava'
import { LinkError, PeerFault, type RxBitsharesError } from '../../lib/errors.ts'
import { DEFAULT_TIMING } from '../../lib/peer/timing.ts'
import { SHAKES_HANDS, waitsForTheEnd } from '../support/scripted-peer.ts'
import { type SessionWorld, startSession } from '../support/session-world.ts'
import { createTamperedPair, type Tampering } from '../support/tampered-pair.ts'

type Direction = 'inbound' | 'outbound'
const SCRIPT = [...SHAKES_HANDS, waitsForTheEnd()]

interface Outcome {
  readonly world: SessionWorld
  readonly passedBytes: number
}

/** Lets a session go as far as it gets, and then lets all its deadlines pass. */
async function attempt(tampering: Tampering, direction: Direction): Promise<Outcome> {
  const pair = createTamperedPair(tampering)
  const world = startSession(SCRIPT, { direction }, pair.ends)
  // Messages go to and fro four times.
  for (let round = 0; round < 6; round += 1) await world.settle()
  const { passedBytes } = pair
  if (!isOver(world)) {
    world.time.advance(DEFAULT_TIMING.connectTimeoutMs)
    world.time.advance(DEFAULT_TIMING.silenceTimeoutMs)
    await world.settle()
    world.time.advance(DEFAULT_TIMING.goodbyeMs)
  }
  return { world, passedBytes }
}

function isOver({ events }: SessionWorld): boolean {
  return events.at(-1)?.type === 'closed'
}

/** The session said why it ended, and left nothing behind. */
async function assertNothingLeft(
  t: ExecutionContext,
  { near, time, command$, closed }: SessionWorld,
): Promise<RxBitsharesError> {
  const error = await closed
  t.true(near.destroyed)
  t.is(time.timers, 0)
  t.false(command$.observed)
  for (const event of ['data', 'readable', 'close']) t.is(near.listenerCount(event), 0, event)
  return error
}

for (const direction of ['outbound', 'inbound'] as const) {
  test(`an untouched handshake succeeds (${direction})`, async (t) => {
    const { world, passedBytes } = await attempt({ do: 'stall', afterBytes: 1_000_000 }, direction)
    t.true(world.events.some(({ type }) => type === 'active'))
    t.true(passedBytes > 400, `${passedBytes} bytes`)
    t.like(await assertNothingLeft(t, world), { code: 'TIMEOUT' })
  })

  for (const how of ['end', 'reset', 'stall'] as const) {
    test(`after ${how} at any byte of the handshake nothing is left (${direction})`, async (t) => {
      const { passedBytes: wholeBytes } = await attempt({ do: 'stall', afterBytes: 1_000_000 }, direction)
      for (let afterBytes = 0; afterBytes <= wholeBytes; afterBytes += 1) {
        const { world } = await attempt({ do: how, afterBytes }, direction)
        t.true(isOver(world), `after ${afterBytes} bytes`)
        const error = await assertNothingLeft(t, world)
        t.true(error instanceof LinkError, `${String(error)} after ${afterBytes} bytes`)
        t.is(
          error.code,
          how === 'stall' ? 'TIMEOUT' : how === 'reset' ? 'RESET' : 'CLOSED',
          `after ${afterBytes} bytes`,
        )
      }
    })
  }
}

test('a bit turned anywhere in the handshake ends at most the connection, with an error that names the reason', async (t) => {
  const { passedBytes: wholeBytes } = await attempt({ do: 'stall', afterBytes: 1_000_000 }, 'outbound')
  // A prime, so that all positions in a cipher block and all bits have their turn.
  for (let bit = 0; bit < wholeBytes * 8; bit += 7) {
    const { world } = await attempt({ do: 'flip', bit }, 'outbound')
    t.true(isOver(world), `bit ${bit}`)
    const error = await assertNothingLeft(t, world)
    t.true(error instanceof LinkError || error instanceof PeerFault, `${String(error)} for bit ${bit}`)
  }
})
