import { type OutRequest, TransportError } from '../../contract/wire/transport.js';
import { blocked, type DoctorLine, ok } from './line.js';
import type { Patient } from './patient.js';
import type { CertificateProblem, DoctorTexts } from './texts/index.js';

const limitMs = 5000;

const certificateProblems: Readonly<Record<string, CertificateProblem>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'chain-self-signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'authority-unknown',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'authority-unknown',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not-yet-valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'other-name',
};

export interface Reached {
  readonly line: DoctorLine;
  /** Of the response; undefined if there was none, like the next two. */
  readonly status?: number;
  readonly text?: string;
  /** The `Date` header of the response; undefined if there was none. */
  readonly date?: Date;
}

type Way = Partial<Pick<OutRequest, 'method' | 'body' | 'timeoutMs'>>;

/** Calls one URL of the bank; if there is no response, says whether the name, the port or the certificate is wrong. */
export async function reach(
  { send, texts }: Pick<Patient, 'send' | 'texts'>,
  member: string,
  url: string,
  { method = 'GET', body, timeoutMs = limitMs }: Way = {},
): Promise<Reached> {
  try {
    const { status, headers, text } = await send({
      method,
      url,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
      timeoutMs,
    });
    const line = ok('url', texts.answers(member, url, status));
    return { line, status, text, ...(headers.date ? { date: new Date(headers.date) } : {}) };
  } catch (error) {
    return { line: explain(error, member, url, texts) };
  }
}

function explain(error: unknown, member: string, url: string, texts: DoctorTexts): DoctorLine {
  const { hostname, host, port, protocol } = new URL(url);
  const code = error instanceof TransportError ? error.code : '';
  const reason = error instanceof Error ? error.message : String(error);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return blocked('name', texts.unknownHost(member, hostname), `getent hosts ${hostname}`);
  }
  if (code === 'ECONNREFUSED') {
    return blocked('url', texts.nobodyListens(member, host), `curl -v ${url}`);
  }
  const certificate = certificateProblems[code];
  if (certificate !== undefined) {
    const at = `${hostname}:${port || '443'}`;
    return blocked(
      'certificate',
      texts.certificate(member, texts.certificates[certificate]),
      `openssl s_client -connect ${at} -servername ${hostname}`,
    );
  }
  if (protocol === 'https:' && /SSL|TLS|EPROTO|wrong version/i.test(`${code} ${reason}`)) {
    return blocked('certificate', texts.tls(member, reason), `curl -v ${url}`);
  }
  return blocked('url', `${member}: ${reason}`, `curl -v ${url}`);
}
