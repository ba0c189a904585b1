import { approve, openAccount, pay, payMany, propose, sendCustom } from './account-deeds.ts'
import type { Deed, Scene } from './deed.ts'
import { cancelOrder, placeOrder, publishFeed, swap } from './market-deeds.ts'

/** Something accounts do; undefined when there is nothing to do it with. */
interface Activity {
  /** How often, in proportion to the others. */
  readonly weight: number
  readonly act: (scene: Scene) => Deed | undefined
}

const ACTIVITIES: readonly Activity[] = [
  { weight: 30, act: pay },
  { weight: 28, act: placeOrder },
  { weight: 16, act: cancelOrder },
  { weight: 9, act: publishFeed },
  { weight: 10, act: swap },
  { weight: 2, act: payMany },
  { weight: 1, act: propose },
  { weight: 2, act: approve },
  { weight: 1, act: openAccount },
  { weight: 1, act: sendCustom },
]
const TOTAL_WEIGHT = ACTIVITIES.reduce((sum, { weight }) => sum + weight, 0)

/** The next deed of somebody. Cancelling and approving take what they found from the state, so nobody does it twice. */
export function chooseDeed(scene: Scene): Deed {
  let rest = scene.random.below(TOTAL_WEIGHT)
  for (const { weight, act } of ACTIVITIES) {
    rest -= weight
    if (rest < 0) return act(scene) ?? pay(scene)
  }
  return pay(scene)
}
