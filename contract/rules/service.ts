import { afterRules } from './after.js';
import { authRules } from './auth.js';
import { jwtRules } from './jwt.js';
import { keyRules } from './key.js';

/** What DCM calls: the authorization service, the secrets behind it, the callbacks. */
export const serviceRules = { ...authRules, ...jwtRules, ...keyRules, ...afterRules };
