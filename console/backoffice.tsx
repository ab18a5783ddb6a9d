import './without-eval.js';
import { render } from 'preact';
import { Backoffice } from './backoffice/app.js';

/** The backoffice of a bank, at `/backoffice/{alias}`. */
render(<Backoffice />, document.getElementById('root') as HTMLElement);
