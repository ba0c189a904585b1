import test from 'ava'
import { admit, type Credentials } from '../../lib/serve/access-token.ts'

const TOKEN = 'abcdefghijklmnopqrstuvwx'
const credentials = (members: Partial<Credentials>): Credentials => ({
  query: undefined,
  cookie: undefined,
  authorization: undefined,
  ...members,
})

test('without a token to be shown everybody may come in', (t) => {
  t.deepEqual(admit(undefined, credentials({})), { isAdmitted: true })
})

test('who comes with it in the address gets a cookie that scripts and other sites cannot use', (t) => {
  const admission = admit(TOKEN, credentials({ query: TOKEN }))
  t.deepEqual(admission, {
    isAdmitted: true,
    welcome: `rx_bitshares_token=${TOKEN}; HttpOnly; SameSite=Strict; Path=/`,
  })
})

test('the cookie and the header are as good', (t) => {
  t.true(admit(TOKEN, credentials({ cookie: `a=b; rx_bitshares_token=${TOKEN}` })).isAdmitted)
  t.true(admit(TOKEN, credentials({ authorization: `Bearer ${TOKEN}` })).isAdmitted)
})

for (const members of [
  {},
  { query: '' },
  { query: 'wrong' },
  { query: 'wrong', cookie: `rx_bitshares_token=${TOKEN}` },
  { cookie: 'rx_bitshares_token=' },
  { cookie: `other=${TOKEN}` },
  { authorization: TOKEN },
  { authorization: 'Bearer ' },
]) {
  test(`${JSON.stringify(members)} is not enough`, (t) => {
    const admission = admit(TOKEN, credentials(members))
    t.false(admission.isAdmitted)
    if (!admission.isAdmitted) t.is(admission.refusal.status, 401)
  })
}
