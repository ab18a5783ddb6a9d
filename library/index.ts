/**
 * `dcm-conformance` as a library, for the tests of a bank: see docs/library.md. Importing it starts nothing and loads
 * little; each function loads what it needs.
 */

export { UsageError } from '../contract/texts/said.js';
export type { CustomerOptions, TestBank, TestCustomer } from './bank.js';
export { JournalTimeoutError, MockClosedError } from './errors.js';
export type { Exchanged, TestJournal, Wanted } from './journal.js';
export { type MockOptions, startMock, type TestMock } from './mock.js';
export { type Proven, type ProvenBank, type ProveOptions, prove } from './prove.js';
export {
  type ReferenceBankOptions,
  type RunningReferenceBank,
  type SecretOwner,
  startReferenceBank,
} from './reference-bank.js';
export type { BankOptions } from './registered.js';
export { verify } from './verify.js';
export type { BankConfig, BankToVerify, VerifyOptions } from './verify-options.js';
