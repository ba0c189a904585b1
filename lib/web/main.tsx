import { render } from 'preact'
import { App, startKeys } from './app.tsx'
import { connect } from './live/connect.ts'
import { startClock } from './live/store.ts'
import { startRouter } from './router.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/layout.css'
import './styles/parts.css'
import './styles/pages.css'

startClock()
startRouter()
startKeys()
connect()
const root = document.getElementById('app')
if (root !== null) render(<App />, root)
