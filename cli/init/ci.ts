/** CI jobs of `dcm init`; `start` is what starts the bank in the background. */

const withoutHook = './start-bank.sh';
const comment = '# replace it by what starts your bank and its hook';
const steps = '1-2';
const widen = '# widen the selection as the bank grows, up to the whole plan without --steps';

function github(start: string): string {
  return `# dcm verify in GitHub Actions. It needs a package.json with dcm-conformance in this folder, and three secrets:
# DCM_KEYS (the content of dcm-keys.json), OFFICER_PASSWORD and ACTS_TOKEN. If this folder is not the root of the
# repository, move the file to .github/workflows there and set working-directory.
name: dcm-conformance
on: [pull_request]
jobs:
  verify:
    runs-on: ubuntu-latest
    env:
      OFFICER_PASSWORD: \${{ secrets.OFFICER_PASSWORD }}
      ACTS_TOKEN: \${{ secrets.ACTS_TOKEN }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 20 }
      - run: npm ci
      - name: Keys of DCM
        env:
          DCM_KEYS: \${{ secrets.DCM_KEYS }}
        run: (umask 077; printf '%s' "$DCM_KEYS" > dcm-keys.json)
      - name: Start the bank   ${comment}
        run: ${start} > bank.log 2>&1 &
      - name: Verify   ${widen}
        run: npx dcm verify --config bank.yaml --steps ${steps}
      - name: Summary
        if: always()
        run: cat reports/latest/summary.md >> "$GITHUB_STEP_SUMMARY" || true
      - uses: actions/upload-artifact@v4
        if: always()
        with: { name: dcm-conformance, path: reports/latest }
`;
}

function gitlab(start: string): string {
  return `# dcm verify in GitLab CI: include this file in .gitlab-ci.yml. It needs a package.json with dcm-conformance in this
# folder, the variables OFFICER_PASSWORD and ACTS_TOKEN, and DCM_KEYS of type File (dcm-keys.json).
dcm-conformance:
  image: node:20
  script:
    - npm ci
    - cp "$DCM_KEYS" dcm-keys.json
    # The bank: ${comment.slice(2)}.
    - ${start} > bank.log 2>&1 &
    # Then the plan: ${widen.slice(2)}.
    - npx dcm verify --config bank.yaml --steps ${steps}
  artifacts:
    when: always
    paths: [reports/latest]
    reports:
      junit: reports/latest/junit.xml
`;
}

const jobs = {
  github: { file: '.github/workflows/dcm.yml', text: github },
  gitlab: { file: 'dcm.gitlab-ci.yml', text: gitlab },
} as const;

/** The file of a CI job: its path and text; undefined for `none`. */
export function ciJob(kind: string, start = withoutHook): readonly [file: string, text: string] | undefined {
  if (kind !== 'github' && kind !== 'gitlab') return undefined;
  const { file, text } = jobs[kind];
  return [file, text(start)];
}
