import { scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Uint8Array, number, { N: number }, Buffer>(scrypt);

/** Low on purpose: logins of a test installation should not take a second. */
const cost = { N: 1024 };
const length = 32;

export async function hashPassword(password: string, salt: Uint8Array): Promise<string> {
  const hash = await derive(password, salt, length, cost);
  return `scrypt$${Buffer.from(salt).toString('base64url')}$${hash.toString('base64url')}`;
}

export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const [, salt = '', hash = ''] = stored.split('$');
  if (hash === '') return false;
  const given = await derive(password, Buffer.from(salt, 'base64url'), length, cost);
  return timingSafeEqual(given, Buffer.from(hash, 'base64url'));
}
