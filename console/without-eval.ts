import { config } from 'zod';

/** The policy of the pages forbids eval, which zod would otherwise try; imported before any schema is created. */
config({ jitless: true });
