import type { accessOperations } from '../../contract/control/access.js';
import type { Handlers } from '../api/handler.js';
import type { Audit } from '../journal/audit.js';

/** Who may do what, and what was done. */
export const accessHandlers = (audit: Audit): Handlers<typeof accessOperations> => ({
  getAccess: async (_input, { admission: { who } }) => ({ who, reads_only: who === 'viewer' }),
  listAudit: async ({ query: { after, limit } }) =>
    audit.page(after === undefined ? Number.POSITIVE_INFINITY : Number(after), limit),
});
