import type { DoctorTexts } from './texts.js';

const off = (seconds: number) =>
  `the bank's clock is ${Math.abs(seconds)} s ${seconds < 0 ? 'behind' : 'ahead'}`;

export const english: DoctorTexts = {
  notReady: 'the setup is not ready',
  see: 'see',
  onBankHost: (command) => `${command}, on the bank’s host`,
  about: {
    config: 'config',
    data: 'data',
    url: 'url',
    name: 'name',
    certificate: 'certificate',
    clock: 'clock',
    driver: 'driver',
    mock: 'mock',
    token: 'token',
  },
  config: (file) => `${file} is well formed`,
  generated: (count) => `${count} test logins will be generated`,
  given: (count) => `${count} test logins`,
  tooFewGenerated: (count, needed) => `bank.customers.generate: ${count}, but a run needs ${needed}`,
  tooFewGiven: (count, needed, mayGenerate) =>
    `bank.customers: ${count} test logins, but a run needs ${needed}; add some${mayGenerate ? `, or use { generate: ${needed} }` : ''}`,
  insecure: 'bank.tls.insecure: certificates of the bank are not checked',
  noDate: "the bank's answers carry no Date header: its clock cannot be compared",
  clockAgrees: "the bank's clock agrees",
  clockOff: off,
  clockBlocks: (seconds, leewayS) => `${off(seconds)}, more than bank.leeway_s (${leewayS})`,
  clockSee: 'date -u; then the same on the bank’s host',
  manual: 'manual: a person will be asked to act',
  builtin: 'builtin: the harness itself calls DCM',
  noDriver: 'none: the bank cannot be asked to act, so what it does by itself is not verified',
  answers: (member, url, status) => `${member} ${url} answers (${status})`,
  noSign: (url) =>
    `sign_url: nothing serves POST ${url} (404); DCM adds /sign to bank.sign_url, so give the base without it`,
  unknownHost: (member, hostname) => `${member}: host ${hostname} cannot be resolved`,
  nobodyListens: (member, host) => `${member}: nothing listens on ${host}`,
  certificates: {
    'self-signed': 'the certificate is self-signed',
    'chain-self-signed': 'the certificate chain ends in an authority that is not trusted',
    'authority-unknown': 'the authority that signed the certificate is not trusted',
    expired: 'the certificate has expired',
    'not-yet-valid': 'the certificate is not valid yet',
    'other-name': 'the certificate is for another name',
  },
  certificate: (member, problem) =>
    `${member}: ${problem}; give bank.tls.ca, or bank.tls.insecure for a test`,
  tls: (member, reason) => `${member}: TLS fails: ${reason}`,
  reached: (url) => `the bank reaches DCM at ${url}`,
  notReached: (url, error) =>
    `the bank does not reach DCM at ${url}: it says ${error ?? 'it is done'}, no request came`,
  noPing: 'the act ping is not supported; whether the bank reaches DCM is not known',
  hookLog: 'the log of the bank’s test hook',
  tokenAccepted: "a token of DCM's is accepted",
  tokenRefused: (answer, keeper) => `/key answers ${answer} about key keeper ${keeper}; step 7 will say more`,
};
