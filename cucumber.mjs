import { register } from 'tsx/esm/api';

// For `npx cucumber-js features/07-key-keepers.feature` and for editors, in a checkout: the reference bank walks the
// plan. Verdicts, exit codes and reports are those of `dcm verify`; cucumber alone exits 0 when nothing was checked.
register();

export default {
  import: ['cli/default-stage.ts', 'steps/hooks.ts', 'steps/definitions/*.steps.ts'],
  format: ['progress'],
  publish: false,
};
