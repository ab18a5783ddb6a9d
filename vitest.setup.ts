import { afterEach } from 'vitest';
import { doAfterTest } from './each-test.testing.js';

afterEach(doAfterTest);
