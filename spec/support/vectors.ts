import { readFileSync } from 'node:fs'

/** A file of spec/vectors. Its shape is the caller's claim: the specs that use it would fail on anything else. */
export function readVectors(name: string): unknown {
  // Specs run from dist/spec/support.
  return JSON.parse(readFileSync(new URL(`../../../spec/vectors/${name}`, import.meta.url), 'utf8'))
}
