import { harnessAgent } from '../contract/agent.js';

/** Headers of the harness's own requests to DCM. */
export const harnessHeaders = (): Readonly<Record<string, string>> => ({ 'user-agent': harnessAgent });
