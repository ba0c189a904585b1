// Runs scenarios one after the other and says what came of each; `chosen` words pick some of them.
export async function runScenarios(name, scenarios, chosen) {
  let passed = 0
  let failed = 0
  for (const [title, run] of Object.entries(scenarios)) {
    if (chosen.length > 0 && !chosen.some((word) => title.includes(word))) continue
    const startedAt = performance.now()
    let problems
    try {
      problems = await run()
    } catch (error) {
      problems = [String(error)]
    }
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    if (problems.length === 0) passed += 1
    else failed += 1
    console.log(
      `${problems.length === 0 ? '✔' : '✖'} ${title} (${seconds} s)${problems.map((problem) => `\n    ${problem}`).join('')}`,
    )
  }
  console.log(`${name}: ${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
