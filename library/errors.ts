/** Nothing that matches came in time. */
export class JournalTimeoutError extends Error {
  override name = 'JournalTimeoutError';
}

/** The mock no longer runs. */
export class MockClosedError extends Error {
  override name = 'MockClosedError';
  constructor() {
    super('the mock is closed: start another one with startMock()');
  }
}
