/** Scenarios that show how a bank lives with a reading: a few of each kind, since each reading walks them again. */
export const touched = {
  /** What DCM asks the bank. */
  service: ['S01-01', 'S01-02', 'S01-03', 'S02-02', 'S07-01'],
  rotation: ['S02-04', 'S02-05'],
  login: ['S11-01', 'S16-27'],
  identifiers: ['S12-01', 'S12-08', 'S16-17', 'S16-38'],
  customers: ['S15-01', 'S15-06'],
  transfers: ['S16-02', 'S16-06', 'S16-13', 'S16-19'],
  signing: ['S16-32', 'S16-34'],
  callbacks: ['S16-09', 'S16-10', 'S16-29', 'S16-84', 'S16-69'],
  refusals: ['S12-05', 'S15-04', 'S15-07', 'S16-15', 'S16-25'],
  // The refusal beyond them is left out: the customer would keep bounds that are in the way of the next reading.
  limits: ['S16-40'],
  branches: ['S16-44'],
} as const;
