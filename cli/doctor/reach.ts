import { type Transport, TransportError } from '../../mock-server/bank/transport.js';
import { blocked, type DoctorLine, ok } from './line.js';

const timeoutMs = 5000;

const certificateProblems: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate chain ends in an authority that is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the authority that signed the certificate is not trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the authority that signed the certificate is not trusted',
  CERT_HAS_EXPIRED: 'the certificate has expired',
  CERT_NOT_YET_VALID: 'the certificate is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another name',
};

export interface Reached {
  readonly line: DoctorLine;
  /** The `Date` header of the answer; undefined when there was none. */
  readonly date?: Date;
}

/** Calls one URL of the bank and says what is at fault when no answer comes: the name, the port, or the certificate. */
export async function reach(send: Transport, member: string, url: string): Promise<Reached> {
  try {
    const { status, headers } = await send({
      method: 'GET',
      url,
      headers: { accept: 'application/json' },
      timeoutMs,
    });
    const line = ok('url', `${member} ${url} answers (${status})`);
    return headers.date ? { line, date: new Date(headers.date) } : { line };
  } catch (error) {
    return { line: explain(error, member, url) };
  }
}

function explain(error: unknown, member: string, url: string): DoctorLine {
  const { hostname, host, port, protocol } = new URL(url);
  const code = error instanceof TransportError ? error.code : '';
  const reason = error instanceof Error ? error.message : String(error);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return blocked('name', `${member}: host ${hostname} cannot be resolved`, `getent hosts ${hostname}`);
  }
  if (code === 'ECONNREFUSED') {
    return blocked('url', `${member}: nothing listens on ${host}`, `curl -v ${url}`);
  }
  const certificate = certificateProblems[code];
  if (certificate !== undefined) {
    const at = `${hostname}:${port || '443'}`;
    return blocked(
      'certificate',
      `${member}: ${certificate}; give bank.tls.ca, or bank.tls.insecure for a test`,
      `openssl s_client -connect ${at} -servername ${hostname}`,
    );
  }
  if (protocol === 'https:' && /SSL|TLS|EPROTO|wrong version/i.test(`${code} ${reason}`)) {
    return blocked('certificate', `${member}: TLS fails: ${reason}`, `curl -v ${url}`);
  }
  return blocked('url', `${member}: ${reason}`, `curl -v ${url}`);
}
