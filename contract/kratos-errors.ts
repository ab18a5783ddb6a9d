import { z } from 'zod';

/** Refusals of Ory Kratos that are no flow sent back; `error.id` as its reference lists them (ORY). */

export const kratosError = z.object({
  error: z.object({
    id: z.string().optional(),
    code: z.int(),
    status: z.string(),
    reason: z.string(),
    message: z.string(),
  }),
  /** Of a flow that has expired: when, and a new one of the same kind. */
  expired_at: z.iso.datetime().optional(),
  /** Nanoseconds since then. */
  since: z.int().optional(),
  use_flow_id: z.string().optional(),
  redirect_browser_to: z.string().optional(),
});

type KratosError = z.infer<typeof kratosError>;

/** Statuses with the sentence that Kratos has for each. */
const statuses: Readonly<Record<number, readonly [status: string, message: string]>> = {
  400: ['Bad Request', 'The request was malformed or contained invalid parameters'],
  401: ['Unauthorized', 'The request could not be authorized'],
  403: ['Forbidden', 'The requested action was forbidden'],
  404: ['Not Found', 'Unable to locate the resource'],
  410: ['Gone', 'self-service flow expired'],
  413: ['Request Entity Too Large', 'The request is too large'],
  415: ['Unsupported Media Type', 'The request is using an unknown content type'],
};

/** A refusal as Kratos writes it; without `id` where its reference names none. */
export function kratosErrorBody(code: number, reason: string, id?: string): KratosError {
  const [status, message] = statuses[code] ?? ['Error', reason];
  return { error: { ...(id === undefined ? {} : { id }), code, status, reason, message } };
}
