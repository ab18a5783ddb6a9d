// For `npx cucumber-js features/07-key-keepers.feature` and for editors: the reference bank walks the plan.
// Verdicts, exit codes and reports are those of `dcm verify`; cucumber alone exits 0 when nothing was checked.
export default {
  import: ['dist/cli/default-stage.js', 'dist/steps/hooks.js', 'dist/steps/definitions/*.steps.js'],
  format: ['progress'],
  publish: false,
};
