import './without-eval.js';
import { render } from 'preact';
import { App } from './pages/app.js';
import { follow } from './state/live.js';

/** The officers' console. */
follow();
render(<App />, document.getElementById('root') as HTMLElement);
