import { readFileSync } from 'node:fs'
import test from 'ava'
import { generateCodec } from '../../scripts/generate-codec/generate.ts'

test('the generated files are what the schema makes of them', async (t) => {
  for (const [name, text] of await generateCodec()) {
    const file = new URL(`../../../lib/protocol/generated/${name}`, import.meta.url)
    t.true(readFileSync(file, 'utf8') === text, `lib/protocol/generated/${name} is stale: npm run generate`)
  }
})
