import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import test from 'ava'
import { makeFolder } from '../support/store-folder.ts'
import type { FilledDisk } from './fill-disk.ts'

const script = fileURLToPath(new URL('fill-disk.js', import.meta.url))
/** A disk of eight megabytes that only the command sees, and that is gone with it. */
const MOUNT = 'mount -t tmpfs -o size=8m tmpfs "$1" && exec "$2" "$3" "$1"'

/** How an unprivileged user, or else root, gets mounts of its own; undefined where nobody may. */
const unshare = [['-Urm'], ['-m']].find(
  (flags) => spawnSync('unshare', [...flags, 'sh', '-c', 'mount -t tmpfs tmpfs /mnt']).status === 0,
)

test('on a full disk nothing more is acknowledged, nothing is lost, and it goes on when there is room', async (t) => {
  if (unshare === undefined) {
    t.log('left out: this system does not let the test mount a small disk of its own')
    t.pass()
    return
  }
  const directory = await makeFolder(t)
  const args = [...unshare, 'sh', '-c', MOUNT, 'sh', directory, process.execPath, script]
  const { status, stdout, stderr } = spawnSync('unshare', args, { encoding: 'utf8' })
  t.is(status, 0, stderr)
  t.is(stderr, '')
  const seen = JSON.parse(stdout) as FilledDisk
  t.true(seen.durable > 1000)
  t.true(seen.waiting > 0)
  t.is(seen.readable, seen.durable)
  t.is(seen.durableLater, seen.durable)
  t.deepEqual(seen.events, ['diskFull', 'diskHasRoom'])
  t.is(seen.durableAfterwards, seen.durable + seen.waiting)
  t.is(seen.last, seen.durableAfterwards)
  t.is(seen.right, seen.last)
})
