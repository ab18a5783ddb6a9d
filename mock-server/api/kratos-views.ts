import type { z } from 'zod';
import type { kratosFlow } from '../../contract/operations/kratos.js';
import type { RequestFacts } from './handler.js';
import type { FlowKind, LoginFlow } from './login-flows.js';

export interface UiMessage {
  readonly id: number;
  readonly type: 'info' | 'error' | 'success';
  readonly text: string;
}

const fields: Readonly<Record<FlowKind, readonly [name: string, type: string][]>> = {
  login: [
    ['identifier', 'text'],
    ['password', 'password'],
  ],
  recovery: [['email', 'email']],
  settings: [['password', 'password']],
};

const groups = { login: 'password', recovery: 'code', settings: 'password' } as const;

/** A flow in Kratos' own shape. */
export function flowView(
  flow: LoginFlow,
  { origin }: RequestFacts,
  messages: readonly UiMessage[] = [],
): z.infer<typeof kratosFlow> {
  const group = groups[flow.kind];
  const input = (name: string, type: string, more: { value?: string; group?: string } = {}) => ({
    type: 'input' as const,
    group: more.group ?? group,
    attributes: {
      name,
      type,
      ...(more.value === undefined ? {} : { value: more.value }),
      required: type !== 'submit',
      disabled: false,
      node_type: 'input' as const,
    },
    messages: [],
    meta: {},
  });
  const asked: (readonly [string, string])[] =
    flow.kind === 'recovery' && flow.state === 'sent_email' ? [['code', 'text']] : [...fields[flow.kind]];
  return {
    id: flow.id,
    type: 'api',
    state: flow.state,
    issued_at: new Date(flow.issuedMs).toISOString(),
    expires_at: new Date(flow.expiresMs).toISOString(),
    request_url: flow.requestUrl,
    ...(flow.kind === 'login' ? { refresh: flow.refresh, requested_aal: 'aal1' as const } : {}),
    ui: {
      action: `${origin}/kratos/self-service/${flow.kind}?flow=${flow.id}`,
      method: 'POST',
      nodes: [
        // Native applications have no cookies and therefore no such token.
        input('csrf_token', 'hidden', { value: '', group: 'default' }),
        ...asked.map(([name, type]) => input(name, type)),
        input('method', 'submit', { value: group }),
      ],
      ...(messages.length > 0 ? { messages: [...messages] } : {}),
    },
  };
}
