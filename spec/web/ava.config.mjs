// Specs that need a browser; `npm run test:web` runs them, `npm test` does not.
export default {
  files: ['dist/spec/web/*.browser.js'],
  timeout: '180s',
  concurrency: 1,
  workerThreads: false,
}
