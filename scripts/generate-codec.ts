// Writes lib/protocol/generated from lib/protocol/schema.ts: npm run generate
import { mkdirSync, writeFileSync } from 'node:fs'
import { generateCodec } from './generate-codec/generate.ts'

const folder = 'lib/protocol/generated'
mkdirSync(folder, { recursive: true })
for (const [name, text] of await generateCodec()) writeFileSync(`${folder}/${name}`, text)
