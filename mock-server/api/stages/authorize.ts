import { needsCredential } from '../../../contract/operation.js';
import type { Domain } from '../../domain/index.js';
import { authorize } from '../credentials.js';
import type { LoginFlows } from '../login-flows.js';
import type { Stage } from './exchange.js';
import { operationOf, paramsOf } from './match.js';

/** Finds out who calls, and whether they may. @throws {Refusal} `credential`, `session`, `permission` */
export const createAuthorize =
  (domain: Domain, flows: LoginFlows): Stage =>
  (exchange) => {
    const { headers, call } = exchange;
    const operation = operationOf(exchange);
    if (!needsCredential(operation)) return undefined;
    return authorize(domain, flows, operation, headers, paramsOf(exchange), call);
  };
