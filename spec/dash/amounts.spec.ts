import test from 'ava'
import {
  ageText,
  bytesText,
  clockText,
  durationText,
  percentText,
  rateText,
  sparkline,
} from '../../lib/dash/amounts.ts'

test('bytes, times, rates and shares are short', (t) => {
  const table: readonly (readonly [string, string])[] = [
    [bytesText(0), '0B'],
    [bytesText(999), '999B'],
    [bytesText(1000), '1.0k'],
    [bytesText(48_123_456), '48.1M'],
    [bytesText(999_960), '1.0M'],
    [durationText(0.4), '0 ms'],
    [durationText(999.7), '1.00 s'],
    [durationText(-35), '-35 ms'],
    [durationText(12_340), '12.3 s'],
    [durationText(300_000), '5 min'],
    [durationText(7_200_000), '2.0 h'],
    [durationText(86_400_000 * 12), '12 d'],
    [ageText(-3), '0 s'],
    [ageText(4.9), '4 s'],
    [rateText(0), '0'],
    [rateText(3.24), '3.2'],
    [rateText(12.4), '12'],
    [rateText(123_456), '123k'],
    [percentText(1), '100 %'],
    [percentText(0.999), '99 %'],
    [percentText(0.001), '1 %'],
    [percentText(0), '0 %'],
    [clockText(0), '00:00:00'],
    [clockText(1e15), '--:--:--'],
  ]
  for (const [actual, expected] of table) t.is(actual, expected)
})

test('a sparkline is measured by the largest it shows, with nothing for none', (t) => {
  t.is(sparkline([0, 1, 4, 8], 4), ' ▂▅█')
  t.is(sparkline([100, 1, 1], 2), '██')
  t.is(sparkline([3], 4), '   █')
  t.is(sparkline([], 3), '   ')
})
