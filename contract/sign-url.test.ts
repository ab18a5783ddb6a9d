import { expect, test } from 'vitest';
import { wholeSignUrl } from './sign-url.js';

test.each([
  ['', ''],
  ['https://a.test', 'https://a.test/sign'],
  ['https://a.test/', 'https://a.test/sign'],
  ['https://a.test/sign', 'https://a.test/sign'],
  ['https://a.test/sign/', 'https://a.test/sign'],
  ['https://a.test/dcm', 'https://a.test/dcm/sign'],
  ['https://a.test/design', 'https://a.test/design/sign'],
  ['https://sign', 'https://sign/sign'],
  ['https://a.test/s?way=sign', 'https://a.test/s?way=sign'],
])('the whole URL of %j', (given, whole) => expect(wholeSignUrl(given)).toBe(whole));
