import test from 'ava'
import {
  checkRequest,
  hostNameOf,
  LOOPBACK_HOSTS,
  type Refusal,
  type RequestHead,
} from '../../lib/http/check-request.ts'
import { MAX_URL_LENGTH } from '../../lib/http/limits.ts'

const HOSTS = new Set([...LOOPBACK_HOSTS, 'node.lan'])
const head = (members: Partial<RequestHead>): RequestHead => ({
  method: 'GET',
  url: '/',
  host: 'localhost:8080',
  origin: undefined,
  fetchSite: undefined,
  fetchMode: undefined,
  hasBody: false,
  ...members,
})

const PASSES: readonly (readonly [string, Partial<RequestHead>])[] = [
  ['a plain request', {}],
  ['HEAD', { method: 'HEAD' }],
  ['the address instead of the name', { host: '127.0.0.1:8080' }],
  ['an IPv6 address', { host: '[::1]:8080' }],
  ['an allowed name, with any port and in any letters', { host: 'Node.LAN:9000' }],
  ['a name with the dot at its end', { host: 'localhost.' }],
  [
    'a script of the page itself',
    { origin: 'http://localhost:8080', fetchSite: 'same-origin', fetchMode: 'cors' },
  ],
  ['a link from elsewhere', { fetchSite: 'cross-site', fetchMode: 'navigate' }],
  ['a page behind a proxy that speaks TLS', { host: 'node.lan', origin: 'https://node.lan' }],
]

for (const [title, members] of PASSES) {
  test(`${title} is answered`, (t) => {
    t.is(checkRequest(head(members), HOSTS), undefined)
  })
}

const REFUSED: readonly (readonly [string, Refusal['status'], Partial<RequestHead>])[] = [
  ['POST', 405, { method: 'POST' }],
  ['OPTIONS', 405, { method: 'OPTIONS' }],
  ['no method', 405, { method: undefined }],
  ['another name', 403, { host: 'evil.example' }],
  ['a name that only begins like ours', 403, { host: 'localhost.evil.example' }],
  ['a name with ours before an at', 403, { host: 'localhost@evil.example' }],
  ['no name', 403, { host: undefined }],
  ['an empty name', 403, { host: '' }],
  ['half an IPv6 address', 403, { host: '[::1' }],
  ['another origin', 403, { origin: 'http://evil.example' }],
  ['another port of the same machine', 403, { origin: 'http://localhost:3000' }],
  ['the origin of a file or a sandbox', 403, { origin: 'null' }],
  ['an origin that is none', 403, { origin: 'http://localhost:8080/path' }],
  ['an image in a page of somebody else', 403, { fetchSite: 'cross-site', fetchMode: 'no-cors' }],
  ['a body', 413, { hasBody: true }],
  ['too long an address', 414, { url: `/${'a'.repeat(MAX_URL_LENGTH)}` }],
]

for (const [title, status, members] of REFUSED) {
  test(`${title} is refused with ${status}`, (t) => {
    t.is(checkRequest(head(members), HOSTS)?.status, status)
  })
}

test('a name is told from its port', (t) => {
  t.is(hostNameOf('a.example:80'), 'a.example')
  t.is(hostNameOf('[2001:db8::1]:80'), '[2001:db8::1]')
  t.is(hostNameOf('A'), 'a')
})
