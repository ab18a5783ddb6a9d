import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configOf, home, writeConfig } from './bank.testing.js';
import { onboarding } from './commands/onboarding.js';
import { printedBy } from './printed.testing.js';

describe('dcm onboarding', () => {
  it('tells what the bank has to configure, and no secret', async () => {
    const at = await home();
    const config = await writeConfig(at, configOf('http://127.0.0.1:8080', { dcm: { port: 4010 } }));
    const keys = JSON.parse(await readFile(join(at, 'dcm-keys.json'), 'utf8'));
    const text = await printedBy(() => onboarding({ config }));
    const json = await printedBy(() => onboarding({ config, json: true }));
    expect([text.code, json.code]).toEqual([0, 0]);
    const sheet = JSON.parse(json.text);
    expect(sheet).toMatchObject({
      base_url: 'http://127.0.0.1:4010',
      jwks_url: 'http://127.0.0.1:4010/api/v1/.well-known/jwks.json',
      counterparty_guid: keys.counterparty_guid,
      asset_code: 'UAH',
      asset_issuer: keys.issuer.address,
      jwk: { kid: keys.signing.kid },
      test_logins_needed: 12,
    });
    for (const kind of ['pay-in', 'pay-out', 'transfer'])
      expect(text.text).toContain(`http://127.0.0.1:8080/api/dcm/notify/${kind}`);
    expect(text.text).toMatch(/customers +\d+ needed, 200 configured/);
    expect(sheet.reverse_calls).toContainEqual({
      operation: 'createCustomer',
      method: '/user_auth',
      flow: 'sign-up',
      obj: 'login',
    });
    for (const wanted of [
      sheet.base_url,
      sheet.jwk.kid,
      sheet.asset_issuer,
      sheet.counterparty_guid,
      'kk-1',
      String(sheet.test_logins_needed),
    ]) {
      expect(text.text).toContain(wanted);
    }
    const { d, p, q } = keys.signing;
    const secrets = [d, p, q, keys.issuer.seed, keys.root.seed, keys.signer.seed, 'Officer-1-secret'];
    for (const shown of [text.text, json.text]) {
      expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
    }
  });

  it('tells it in Ukrainian; JSON has no language', async () => {
    const config = await writeConfig(
      await home(),
      configOf('http://127.0.0.1:8080', { dcm: { port: 4010 } }),
    );
    const { text } = await printedBy(() => onboarding({ config, lang: 'uk' }));
    const labels = text
      .slice(0, text.indexOf('-----BEGIN'))
      .split('\n')
      .filter((line) => line !== '' && !/^ |^(?:JWKS|kid) /.test(line));
    expect(labels.length).toBeGreaterThan(12);
    expect(labels.filter((line) => !/^.{0,22}[а-яіїєґ]/i.test(line))).toEqual([]);
    const json = await printedBy(() => onboarding({ config, json: true, lang: 'uk' }));
    expect(json.text).toBe((await printedBy(() => onboarding({ config, json: true }))).text);
  });

  it('refuses a port that is another one at each start', async () => {
    const config = await writeConfig(await home(), configOf('http://127.0.0.1:8080'));
    expect(await printedBy(() => onboarding({ config }))).toMatchObject({
      code: 2,
      text: expect.stringContaining('dcm.port: 0'),
    });
  });
});
