import { firstValueFrom, timer } from 'rxjs'

/** Resolves after so many milliseconds. */
export async function pause(ms: number): Promise<void> {
  await firstValueFrom(timer(ms))
}
