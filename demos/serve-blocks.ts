// A page of one file that shows blocks as they come, by server-sent events. What it is told is text and stays text.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { finalize, map, share, take } from 'rxjs'
import { createNode } from '../lib/index.ts'
import { openNetwork } from './network.ts'

const PAGE = `<!doctype html><meta charset="utf-8"><title>Blocks</title><h1>Blocks</h1><pre id="list"></pre><script>
  new EventSource('/events').onmessage = ({ data }) => {
    list.textContent = [data, ...list.textContent.split('\\n', 99)].join('\\n')
  }
</script>`
const { options, blocks, close } = await openNetwork()
const event$ = createNode(options).block$.pipe(
  take(blocks),
  map(({ number, witness }) => `data: #${number} by ${witness}\n\n`),
  finalize(finish),
  share(),
)
const server = createServer((request, response) => {
  const isPage = request.url !== '/events'
  response.writeHead(200, { 'content-type': `text/${isPage ? 'html' : 'event-stream'}`, connection: 'close' })
  if (isPage) return void response.end(PAGE)
  const told = event$.subscribe({
    next: (event) => {
      if (response.writableLength > 65_536)
        response.destroy() // It does not read.
      else response.write(event)
    },
    complete: () => response.end(),
  })
  response.on('close', () => told.unsubscribe())
}).listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/ shows blocks as they come`)
  event$.subscribe()
})
function finish(): void {
  server.close()
  close()
}
