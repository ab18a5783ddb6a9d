import { checkPrimeSync, type KeyObject } from 'node:crypto';

type Data = Readonly<Record<string, unknown>>;

/** RFC 7518 section 3.3; beyond the upper bound each check of a signature costs more than a request. */
const modulusBits = { least: 2048, most: 8192 } as const;
/** Exponents that FIPS 186-5 (A.1.1) allows: odd, above 2^16 and below 2^256. */
const exponent = { above: 2n ** 16n, below: 2n ** 256n } as const;

const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** Why this public JWK must not be used to verify signatures: others could forge them. Empty if all is well. */
export function weaknessOf(data: Data, key: KeyObject): string {
  if (key.asymmetricKeyType === 'rsa') return rsaWeakness(numberOf(data.n), numberOf(data.e));
  if (key.asymmetricKeyType === 'ed25519') return ed25519Weakness(String(data.x));
  return '';
}

/** What a JWK says about itself that contradicts a public key for signatures (RFC 7517 section 4). */
export function misuseOf(data: Data): string {
  const secret = privateMembers.find((name) => name in data);
  if (secret !== undefined) return `${secret}: a private member; register the public key only`;
  if (data.use !== undefined && data.use !== 'sig') return 'use: expected sig';
  const { key_ops } = data;
  if (key_ops === undefined) return '';
  if (!Array.isArray(key_ops) || !key_ops.includes('verify')) return 'key_ops: must include verify';
  return key_ops.includes('sign') ? 'key_ops: a public key does not sign' : '';
}

function rsaWeakness(n: bigint, e: bigint): string {
  const bits = n.toString(2).length;
  if (bits < modulusBits.least) return `n: at least ${modulusBits.least} bits`;
  if (bits > modulusBits.most) return `n: at most ${modulusBits.most} bits`;
  if (e <= exponent.above || e >= exponent.below || e % 2n === 0n) {
    return 'e: expected an odd number of 65537 or more, below 2^256 (FIPS 186-5); 65537 is usual';
  }
  return isEasilyFactored(n) ? 'n: anyone can factor it: it is not a product of two large primes' : '';
}

/** A small factor, a prime, or a square: what broken generators and forgers produce. */
function isEasilyFactored(n: bigint): boolean {
  for (let factor = 2n; factor < 2000n; factor++) if (n % factor === 0n) return true;
  const root = squareRoot(n);
  return root * root === n || checkPrimeSync(n, { checks: 4 });
}

/** Rounded down, by Newton's method. */
function squareRoot(n: bigint): bigint {
  let root = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** The points of small order in every spelling, without the bit of the sign, the same ones that libsodium refuses. */
const smallOrder = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

/** With such a point a signature is valid for every text, or for one in eight. */
function ed25519Weakness(x: string): string {
  const bytes = Buffer.from(x, 'base64url');
  bytes[31] = (bytes[31] ?? 0) & 0x7f;
  return smallOrder.has(bytes.toString('hex')) ? 'x: a point of small order: anyone can sign for it' : '';
}

const numberOf = (member: unknown): bigint =>
  BigInt(`0x${Buffer.from(String(member), 'base64url').toString('hex') || '0'}`);
