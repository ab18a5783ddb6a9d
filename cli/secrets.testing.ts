import { Socket } from 'node:net';

const members = /"(?:key|password|session_token|ory_session_token|token|seed|d)"\s*:\s*"([^"]+)"/g;
const headers = /^(?:authorization|x-session-id|x-session-token): (?:bearer )?([^\r\n]+)/gim;

/** From now on gathers every key, password, session and token that this process writes to a socket, as client or server. */
export function overheardSecrets(): ReadonlySet<string> {
  const secrets = new Set<string>();
  const listen = (text: string) => {
    for (const pattern of [members, headers])
      for (const [, secret = ''] of text.matchAll(pattern)) if (secret !== '[redacted]') secrets.add(secret);
  };
  const { write } = Socket.prototype;
  Socket.prototype.write = function (this: Socket, ...sent: unknown[]) {
    const [chunk] = sent;
    if (typeof chunk === 'string') listen(chunk);
    else if (chunk instanceof Uint8Array) listen(Buffer.from(chunk).toString('utf8'));
    return Reflect.apply(write, this, sent);
  };
  return secrets;
}
