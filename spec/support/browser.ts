import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ExecutionContext } from 'ava'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** Where pictures of the page go. */
export const PICTURES = fileURLToPath(new URL('../../../artifacts/web/', import.meta.url))

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A browser of its own with an empty profile. */
export function launchBrowser(): Promise<Browser> {
  mkdirSync(PICTURES, { recursive: true })
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: FLAGS })
}

/** A page, and everything it complained of. */
export interface Watched {
  readonly page: Page
  /** Errors on the console, exceptions, refusals by the policy, dialogs. */
  readonly complaints: readonly string[]
  /** Paths that were asked for. */
  readonly asked: readonly string[]
}

/** Opens a page that is closed with the test. */
export async function openPage(
  t: ExecutionContext,
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  t.teardown(() => context.close())
  const page = await context.newPage()
  const complaints: string[] = []
  const asked: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.addInitScript({ content: NOTE_VIOLATIONS })
  await page.goto(url)
  return { page, complaints, asked }
}

/** What the policy refuses is an event of the document. */
const NOTE_VIOLATIONS = `
  addEventListener('securitypolicyviolation', (event) => console.error('policy: ' + event.violatedDirective + ' ' + event.sample))
`

/** Numbers of the blocks in the list, the newest first. */
export function shownNumbers(page: Page): Promise<readonly number[]> {
  return page.evaluate<readonly number[]>(
    "[...document.querySelectorAll('[data-blocks] [data-number]')].map((row) => Number(row.getAttribute('data-number')))",
  )
}
