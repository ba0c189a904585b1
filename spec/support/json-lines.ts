import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** The lines of a gzipped file of spec/vectors. Their shape is the caller's claim, as with `readVectors`. */
export function readJsonLines(name: string): readonly unknown[] {
  // Specs run from dist/spec/support.
  const bytes = readFileSync(new URL(`../../../spec/vectors/${name}`, import.meta.url))
  const lines = gunzipSync(bytes).toString('utf8').trimEnd().split('\n')
  return lines.map((line): unknown => JSON.parse(line))
}
