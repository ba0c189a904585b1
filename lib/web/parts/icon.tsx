import type { JSX } from 'preact'
import type { OperationFamily } from '../../view/operation-family.ts'

const SHAPES = {
  transfer: 'M2.5 5.500h9.500M9.500 2.500l3 3-3 3M13.500 10.500H4M6.500 7.500l-3 3 3 3',
  order: 'M4.500 13V3.500M2 6l2.500-2.500L7 6M11.500 3v9.500M9 10l2.500 2.500L14 10',
  pool: 'M8 2.200c2.300 2.700 3.700 4.700 3.700 6.900A3.700 3.700 0 0 1 8 12.900a3.700 3.700 0 0 1-3.700-3.800C4.300 6.900 5.700 4.900 8 2.200z',
  feed: 'M4 12a5.600 5.600 0 0 1 0-8M12 4a5.600 5.600 0 0 1 0 8M6 10a2.800 2.800 0 0 1 0-4M10 6a2.800 2.800 0 0 1 0 4',
  account:
    'M8 8a2.600 2.600 0 1 0 0-5.200A2.600 2.600 0 0 0 8 8zM3 13.500c.6-2.400 2.500-3.700 5-3.700s4.400 1.300 5 3.700',
  asset: 'M8 1.900l5.300 3.050v6.100L8 14.100l-5.300-3.050v-6.100zM8 8v6M8 8l5.200-3M8 8L2.800 5',
  governance: 'M2.500 13.500h11M4 11V7M8 11V7M12 11V7M2.500 5.800L8 2.500l5.500 3.300z',
  credit:
    'M4 12.500l8-9M5 6.400a1.600 1.600 0 1 0 0-3.200 1.600 1.600 0 0 0 0 3.200zM11 12.800a1.600 1.600 0 1 0 0-3.200 1.600 1.600 0 0 0 0 3.200z',
  other: 'M3.500 8h.01M8 8h.01M12.500 8h.01',
  search: 'M7 11.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9zM10.500 10.500l3.500 3.500',
  sun: 'M8 10.800a2.800 2.800 0 1 0 0-5.600 2.800 2.800 0 0 0 0 5.600zM8 1.500v1.300M8 13.200v1.300M1.500 8h1.300M13.200 8h1.300M3.400 3.400l.9.9M11.700 11.700l.9.9M3.400 12.600l.9-.9M11.700 4.300l.9-.9',
  moon: 'M13 9.600A5.500 5.500 0 0 1 6.400 3a5.500 5.500 0 1 0 6.600 6.600z',
  system: 'M2.500 3.500h11v7h-11zM6 13.500h4M8 10.500v3',
  pause: 'M5.500 3.500v9M10.500 3.500v9',
  play: 'M5 3.200v9.600l7.500-4.800z',
  close: 'M4 4l8 8M12 4l-8 8',
  arrow: 'M6 3.500L10.500 8 6 12.500',
  check: 'M3 8.500l3.200 3L13 4.500',
  undo: 'M3 6.500h6.500a3.500 3.500 0 0 1 0 7H7M3 6.500l3-3M3 6.500l3 3',
  inbound: 'M12.500 3.500l-8 8M4.500 6v5.500H10',
  outbound: 'M3.500 12.500l8-8M6 4.500h5.500V10',
  help: 'M6 6a2 2 0 1 1 2.600 1.900c-.4.2-.6.5-.6 1v.6M8 12h.01',
} as const

export type IconName = keyof typeof SHAPES

/** A small drawing beside a text that says the same. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} />
    </svg>
  )
}

/** What families of operations are called. */
export const FAMILY_NAMES: Readonly<Record<OperationFamily, string>> = {
  transfer: 'Transfers',
  order: 'Orders',
  pool: 'Pools',
  feed: 'Price feeds',
  account: 'Accounts',
  asset: 'Assets',
  governance: 'Governance',
  credit: 'Credit',
  other: 'Other',
}

/** The mark of a family of operations: a drawing and a tint. */
export function FamilyMark({ family }: { readonly family: OperationFamily }): JSX.Element {
  return (
    <span class={`mark mark-${family}`}>
      <Icon name={family} />
    </span>
  )
}
