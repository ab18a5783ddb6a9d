import { z } from 'zod';
import { empty, flag, guid, timestamp } from '../schemas.js';
import { controlTable } from './operation.js';
import { listQuery, portionOf } from './portions.js';

/** Mails that DCM would have sent. */

const mail = z.object({
  guid,
  to: z.string(),
  kind: z.enum(['invitation', 'recovery-code']),
  subject: z.string(),
  text: z.string(),
  code: z.string(),
  created_at: timestamp,
});
export type Mail = z.infer<typeof mail>;

const params = z.object({ guid });

export const mailboxOperations = controlTable('Mailbox', {
  listMail: {
    method: 'GET',
    path: '/control/v1/mailbox',
    summary:
      'Mails that DCM would have sent, newest first; with `without_content`, and for a viewer, texts and codes are empty',
    source: 'A',
    query: listQuery({ to: z.string().optional(), without_content: flag.optional() }),
    answer: portionOf({ mails: z.array(mail) }),
  },
  getMail: {
    method: 'GET',
    path: '/control/v1/mailbox/{guid}',
    summary: 'One mail',
    viewers: false,
    source: 'A',
    params,
    answer: mail,
  },
  revealMail: {
    method: 'POST',
    path: '/control/v1/mailbox/{guid}/reveal',
    summary: 'A mail with its text and code; the journal records that it was shown',
    source: 'A',
    params,
    body: empty,
    answer: mail,
  },
});
