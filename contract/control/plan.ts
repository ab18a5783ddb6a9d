import { z } from 'zod';
import { controlTable } from './operation.js';

/** The scenarios of the integration plan, as the harness walks them. */

const plannedScenario = z.object({
  /** Its ids, such as `S07-02`; one for each example of an outline. */
  ids: z.array(z.string()),
  name: z.string(),
  /** Who is looked at: the bank's service, its client, or the mock itself. */
  subject: z.enum(['service', 'client', 'mock']),
  rules: z.array(z.string()),
  /** Its sentences, as in the feature. */
  text: z.string(),
});
export type PlannedScenario = z.infer<typeof plannedScenario>;

export const planOperations = controlTable('Plan', {
  getPlan: {
    method: 'GET',
    path: '/control/v1/plan',
    summary: 'The steps of the integration plan, each with the scenarios by which the harness verifies it',
    source: 'A',
    answer: z.object({
      steps: z.array(z.object({ step: z.int(), scenarios: z.array(plannedScenario) })),
    }),
  },
});
