import { Badge } from './shown.js';

/** The status of a transfer as on the wire. */
export const TransferStatus = ({ of }: { readonly of: string }) => (
  <Badge tone={of === 'CONFIRMED' ? 'good' : 'warn'}>{of}</Badge>
);
