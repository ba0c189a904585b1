import { createReadStream } from 'node:fs'
import type { FeedEvent } from '../dash/feed-event.ts'
import { followNode } from '../dash/follow-node.ts'
import { frameText } from '../dash/frame.ts'
import { readRecording } from '../dash/recording.ts'
import { reduceDash } from '../dash/reduce-dash.ts'
import { renderDash } from '../dash/render-dash.ts'
import { replay } from '../dash/replay.ts'
import { createDashState, type Size } from '../dash/view-state.ts'
import { createDevnet } from '../devnet/create-devnet.ts'
import { UsageError } from '../errors.ts'
import { createNameBook } from '../names/name-book.ts'
import { createNode } from '../node/create-node.ts'
import { type NodeOptions, resolveOptions } from '../node/options.ts'
import type { DashFlags } from './dash-command.ts'
import { CliError, EXIT } from './exit-codes.ts'
import { isOwnDevnet, toNetworkOptions } from './network-options.ts'
import { writeLine } from './output.ts'
import { recordFeed } from './record-feed.ts'
import { runDash } from './run-dash.ts'
import { stopOnSignals } from './stopping.ts'

/** Nodes of a devnet of our own, so that there is something to compare. */
const DEVNET_NODES = 4

/**
 * Shows a network or a recording on the terminal until the user quits, or prints a frame of a recording.
 *
 * Throws {@link CliError} with exit code 2 where there is no terminal, and {@link UsageError} for flags that do not go
 * together and for a recording that is none.
 */
export async function startDash(flags: DashFlags): Promise<void> {
  const { replay: recording, size } = flags
  if (size !== undefined) {
    if (recording === undefined)
      throw new UsageError('BAD_OPTION', '--size prints a frame of a recording: give --replay too')
    await printFrame(recording, size)
    return
  }
  if (!process.stdout.isTTY || !process.stdin.isTTY || process.env['TERM'] === 'dumb') {
    throw new CliError(
      'dash needs a terminal for its screen and its keys; rx-bitshares stream prints lines instead.',
      EXIT.usage,
    )
  }
  const stopping = stopOnSignals()
  try {
    if (recording === undefined) await follow(flags, stopping.signal)
    else
      await runDash(replay(readFile(recording), flags.speed), { signal: stopping.signal, endsAsOver: true })
  } finally {
    stopping.release()
  }
}

/** The dashboard of a node that runs for it alone. */
async function follow(flags: DashFlags, signal: AbortSignal): Promise<void> {
  const devnet = isOwnDevnet(flags) ? createDevnet({ nodes: DEVNET_NODES }) : undefined
  const recorder = flags.record === undefined ? undefined : recordFeed(flags.record)
  try {
    await devnet?.start()
    const options: NodeOptions =
      devnet === undefined
        ? { ...toNetworkOptions(flags), from: flags.from, signal }
        : { network: devnet.network, from: 'genesis', signal }
    const { network } = resolveOptions(options)
    const feed$ = followNode(createNode(options), { network, names: createNameBook({ network }) })
    await runDash(feed$, { signal, record: (events) => recorder?.add(events) })
  } finally {
    recorder?.close()
    await devnet?.close()
  }
}

async function printFrame(path: string, size: Size): Promise<void> {
  let state = createDashState(size)
  for await (const event of readFile(path)) state = reduceDash(state, { type: 'feed', events: [event] })
  await writeLine(frameText(renderDash(reduceDash(state, { type: 'over' }))))
}

async function* readFile(path: string): AsyncGenerator<FeedEvent> {
  try {
    yield* readRecording(createReadStream(path, 'utf8') as AsyncIterable<string>)
  } catch (error) {
    if (error instanceof Error && 'syscall' in error)
      throw new CliError(`cannot read ${path}: ${error.message}`)
    throw error
  }
}
