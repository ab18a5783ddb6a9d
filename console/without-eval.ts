import { config } from 'zod';

/** The pages' policy forbids code made from text, which zod would otherwise try; imported before any schema is made. */
config({ jitless: true });
