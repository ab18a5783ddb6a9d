/** What a mock of a test consists of besides the mock, loaded when one is started. */

export { systemClock } from '../mock-server/system.js';
export { registerBank } from './bank.js';
export { createTestJournal, helperAgent } from './journal.js';
