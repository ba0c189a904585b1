import { DecodeError } from '../../lib/errors.ts'
import { mutate } from './mutate.ts'
import { Random } from './random.ts'

/** Something that reads bytes, and good payloads to start from. */
export interface FuzzTarget {
  readonly name: string
  readonly payloads: readonly Uint8Array[]
  /** Reads the bytes; may throw {@link DecodeError} with a path and nothing else. Throws also for what it finds wrong. */
  read(bytes: Uint8Array): void
}

export interface FuzzResult {
  /** One line: how many payloads were read and refused, for what, and how long it took. */
  readonly summary: string
  /** The first payload that made something else happen, if there is one, with what happened. */
  readonly finding: string | undefined
}

/** Longer payloads do not grow: mutations of mutations are not kept. */
export function runFuzz(targets: readonly FuzzTarget[], iterations: number, seed: number): FuzzResult {
  const random = new Random(seed)
  const refused = new Map<string, number>()
  const started = performance.now()
  let findings = 0
  let accepted = 0
  let finding: string | undefined
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const target = targets[iteration % targets.length] as FuzzTarget
    const bytes = mutate(random.of(target.payloads), random.of(target.payloads), random)
    try {
      target.read(bytes)
      accepted += 1
    } catch (error) {
      if (error instanceof DecodeError && error.path !== '' && error.offset <= bytes.length) {
        refused.set(error.code, (refused.get(error.code) ?? 0) + 1)
        continue
      }
      findings += 1
      finding ??= `${target.name} ${Buffer.from(bytes).toString('hex')}\n${String((error as Error).stack)}`
    }
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const codes = [...refused].sort(([, a], [, b]) => b - a).map(([code, count]) => `${count} ${code}`)
  const total = [...refused.values()].reduce((sum, count) => sum + count, 0)
  const summary =
    `fuzz: ${iterations} payloads of ${targets.length} targets, seed ${seed}: ${accepted} read, ` +
    `${total} refused (${codes.join(', ')}), ${findings} findings, ${seconds} s`
  return { summary, finding }
}
