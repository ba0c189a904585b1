import test from 'ava'
import { namesIn } from '../../lib/view/names-in.ts'

test('names and ids in a sentence are found whole', (t) => {
  t.true(namesIn('alice sends 12.5 BTS to bob').includes('alice'))
  t.true(namesIn('Bob-2, carol and 1.2.17 approve.').includes('bob-2'))
  t.true(namesIn('it is of 1.2.17.').includes('1.2.17'))
  t.false(namesIn('malice sends 1 BTS to 1.2.177').some((word) => word === 'alice' || word === '1.2.17'))
})
