import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { alike } from '../contract/texts/said.js';
import { narrowed, notConformant } from '../reports/result.testing.js';
import { statementOf } from '../reports/statement.js';
import { writeReports } from '../reports/write.js';
import { folder } from './cli.testing.js';
import { statementKey, verifyStatement } from './commands/statement.js';
import { printedBy } from './printed.testing.js';
import { signStatement } from './statement/jws.js';
import { asStatementKey, readStatementKey } from './statement/keys.js';
import { suiteDigests } from './statement/suite.js';

/** A folder with reports of a run that failed, signed. */
async function signedRun(result = notConformant()) {
  const at = await folder();
  const [key, pub] = [join(at, 'key.json'), join(at, 'key.pub.json')];
  expect((await printedBy(() => statementKey(key))).code).toBe(0);
  const signer = await readStatementKey(key, 'private');
  const dir = join(at, 'reports');
  await writeReports(result, dir, {
    messages: '{"meta":{}}\n',
    sign: async (files) => signStatement(statementOf(result, files, await suiteDigests()), signer),
  });
  const file = join(dir, 'statement.jws');
  return {
    at,
    dir,
    key,
    pub,
    file,
    signer,
    verify: (by?: string) => printedBy(() => verifyStatement(file, by ? { key: by } : {})),
  };
}

describe('dcm statement key', () => {
  it('makes a pair, keeps the private part to its owner, and makes it once', async () => {
    const { key, pub, signer } = await signedRun();
    expect((await stat(key)).mode & 0o777).toBe(0o600);
    const shown = JSON.parse(await readFile(pub, 'utf8'));
    expect(shown).toMatchObject({ kty: 'OKP', crv: 'Ed25519', kid: signer.kid });
    expect(shown).not.toHaveProperty('d');
    const again = await printedBy(() => statementKey(key));
    expect(again).toMatchObject({
      code: 2,
      text: expect.stringContaining('already exists and was not changed'),
    });
  });
});

describe('dcm statement in Ukrainian', () => {
  const lang = 'uk';
  /** Lines without a Ukrainian word. */
  const english = (text: string) =>
    text
      .split('\n')
      .filter((line) => !/^ *(?:kid|switched_off|waivers)\b/.test(line) && !/[а-яіїєґ]/i.test(line));

  it('names both keys, and says what holds', async () => {
    const { at, file, pub } = await signedRun(narrowed());
    const made = await printedBy(() => statementKey(join(at, 'other.json'), { lang }));
    expect(english(made.text)).toEqual([]);
    for (const options of [{ lang }, { lang, key: pub }]) {
      const { code, text } = await printedBy(() => verifyStatement(file, options));
      expect(code).toBe(0);
      expect(english(text).filter((line) => !/selection|profile_changes|exit/.test(line))).toEqual([]);
    }
  });

  it('says what does not hold', async () => {
    const { dir, file, pub, at } = await signedRun();
    const why = async (key?: string) =>
      (await printedBy(() => verifyStatement(file, key ? { key, lang } : { lang }))).text;
    await printedBy(() => statementKey(join(at, 'other.json')));
    expect(english(await why(join(at, 'other.pub.json')))).toEqual([]);
    const path = join(dir, 'result.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replaceAll('not-conformant', 'conformant'));
    expect(english(await why(pub))).toEqual([]);
    expect(await why(pub)).toContain('verdict: підписано "not-conformant", тепер "conformant"');
    await writeFile(path, '{}');
    expect(english(await why(pub))).toEqual([]);
    await rm(path);
    expect(english(await why(pub))).toEqual([]);
    await writeFile(file, 'nonsense');
    expect(english(await why(pub))).toEqual([]);
  });
});

describe('dcm statement verify', () => {
  it('holds as long as nothing is changed, and says what it proves', async () => {
    const { verify, pub, signer } = await signedRun(narrowed());
    const { code, text } = await verify(pub);
    expect(code).toBe(0);
    expect(text).toContain(`key ${signer.kid}, the given one`);
    expect(text).toContain('integrity, not independence');
    for (const narrowing of ['multisignature', 'reserve: strict', 'ticket 42'])
      expect(text).toContain(narrowing);
    expect((await verify()).text).toContain('Anyone can create such a key');
  });

  it.each(['result.json', 'junit.xml', 'report.html', 'summary.md', 'messages.ndjson'])(
    'fails when %s was changed, or is gone',
    async (name) => {
      const { dir, verify, pub } = await signedRun();
      const path = join(dir, name);
      await writeFile(path, `${await readFile(path, 'utf8')} `);
      expect(await verify(pub)).toMatchObject({
        code: 1,
        text: expect.stringContaining(`changed after signing: ${name}`),
      });
      await rm(path);
      expect(await verify(pub)).toMatchObject({
        code: 1,
        text: expect.stringContaining(`${name} is not in the folder`),
      });
    },
  );

  it('fails for a better verdict that was written into the result', async () => {
    const { dir, verify, pub } = await signedRun();
    const path = join(dir, 'result.json');
    const text = await readFile(path, 'utf8');
    await writeFile(
      path,
      text.replaceAll('not-conformant', 'conformant').replace('"exit_code": 1', '"exit_code": 0'),
    );
    const { code, text: words } = await verify(pub);
    expect(code).toBe(1);
    expect(words).toContain('verdict: signed "not-conformant", now "conformant"');
  });

  it('fails when the statement itself was changed, or signed by another key', async () => {
    const { file, verify, pub, at } = await signedRun();
    const [head = '', body = '', signature = ''] = (await readFile(file, 'utf8')).split('.');
    const spoilt = Buffer.from(body, 'base64url').toString().replace('not-conformant', 'conformant');
    await writeFile(file, [head, Buffer.from(spoilt).toString('base64url'), signature].join('.'));
    expect(await verify()).toMatchObject({
      code: 1,
      text: expect.stringContaining('was changed after signing'),
    });
    const other = join(at, 'other.json');
    await printedBy(() => statementKey(other));
    const { file: whole } = await signedRun();
    const foreign = await printedBy(() => verifyStatement(whole, { key: join(at, 'other.pub.json') }));
    expect(foreign).toMatchObject({ code: 1, text: expect.stringContaining('not by the given key') });
    await writeFile(file, 'nonsense');
    expect(await verify(pub)).toMatchObject({
      code: 1,
      text: expect.stringContaining('not a signed statement'),
    });
  });

  it('fails for something else that is signed well', async () => {
    const { file, signer, verify } = await signedRun();
    const jws = await new CompactSign(Buffer.from('{"verdict":"conformant"}'))
      .setProtectedHeader({ alg: signer.alg, typ: 'dcm-statement+jws', jwk: signer.publicJwk })
      .sign(signer.key);
    await writeFile(file, jws);
    expect((await verify()).code).toBe(1);
  });

  it('takes P-256 as well, and refuses what is no key with 2, without showing it', async () => {
    const { at, file, verify } = await signedRun();
    const pair = await generateKeyPair('ES256', { extractable: true });
    const key = await asStatementKey(await exportJWK(pair.privateKey), alike('key'), 'private');
    const dir = join(at, 'p256');
    await writeReports(notConformant(), dir, {
      sign: async (files) => signStatement(statementOf(notConformant(), files, await suiteDigests()), key),
    });
    expect((await printedBy(() => verifyStatement(join(dir, 'statement.jws'), {}))).code).toBe(0);
    const bad: readonly (string | JWK)[] = [{ kty: 'RSA', d: 'marked-secret' }, 'no JSON marked-secret', '3'];
    for (const content of bad) {
      const path = join(at, 'bad.json');
      await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
      const { code, text } = await verify(path);
      expect(code).toBe(2);
      expect(text).not.toContain('marked-secret');
    }
    expect((await printedBy(() => verifyStatement(`${file}.none`, {}))).code).toBe(2);
  });
});
