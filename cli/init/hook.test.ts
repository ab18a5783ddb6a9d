import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { actInputs } from '../../contract/driver.js';
import { folder, patience } from '../cli.testing.js';
import { type HookLanguage, hooks, hookText } from './hook.js';

const languages = Object.keys(hooks) as HookLanguage[];
const token = 'acts-1';

/** What shows that a language is on the machine, and an act that is filled in: it counts, and refuses 0. */
const tools: Readonly<Record<HookLanguage, { probe: readonly string[]; stub: string; built: string }>> = {
  node: {
    probe: ['node', '--version'],
    stub: "'create-payment': async (_input, _dcm) => notBuilt",
    built: `'create-payment': async (input, dcm) => {
      if (input.amount === 0) throw new Error('no "zero"');
      globalThis.calls = (globalThis.calls ?? 0) + 1;
      return { payment_guid: dcm.scheme + ' ' + input.purpose + ' ' + globalThis.calls };
    }`,
  },
  python: {
    probe: ['python3', '--version'],
    stub: 'def create_payment(input, dcm):\n    raise NotBuilt',
    built: `def create_payment(input, dcm, calls=[]):
    if input["amount"] == 0:
        raise ValueError('no "zero"')
    calls.append(1)
    return {"payment_guid": f"{dcm['scheme']} {input['purpose']} {len(calls)}"}`,
  },
  java: {
    probe: ['java', '-version'],
    stub: 'ACTS.put("create-payment", DcmActs::notBuilt);',
    built: `int[] calls = {0};
        ACTS.put("create-payment", (input, dcm) -> {
            if (((BigDecimal) input.get("amount")).signum() == 0) throw new IllegalStateException("no \\"zero\\"");
            calls[0]++;
            return Map.of("payment_guid", dcm.get("scheme") + " " + input.get("purpose") + " " + calls[0]);
        });`,
  },
  go: {
    probe: ['go', 'version'],
    stub: '"create-payment": notBuilt,',
    built: `"create-payment": func() act {
		calls := 0
		return func(input, dcm object) (object, error) {
			if input["amount"] == 0.0 {
				return nil, errors.New("no \\"zero\\"")
			}
			calls++
			return object{"payment_guid": fmt.Sprintf("%v %v %d", dcm["scheme"], input["purpose"], calls)}, nil
		}
	}(),`,
  },
};

/** Why a hook cannot be run here; nothing if it can. */
function missing(language: HookLanguage): string | undefined {
  const [tool = '', ...args] = tools[language].probe;
  return spawnSync(tool, args).status === 0 ? undefined : `${tool} is not on this machine`;
}

async function write(language: HookLanguage, text: string): Promise<string> {
  const file = join(await folder(), hooks[language].file);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

function run(language: HookLanguage, file: string, env: Readonly<Record<string, string>>) {
  const [tool = '', ...args] = hooks[language].run.split(' ');
  // A group of its own: `go run` starts the compiled program as another process.
  const child = spawn(tool, args, { cwd: dirname(file), env: { ...process.env, ...env }, detached: true });
  onTestFinished(() => {
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, err }));
  return { child, ended };
}

async function started(language: HookLanguage, text: string): Promise<string> {
  const { child, ended } = run(language, await write(language, text), { PORT: '0', ACTS_TOKEN: token });
  const first = once(createInterface(child.stdout), 'line').then(([line]) => String(line));
  const line = await Promise.race([
    first,
    ended.then(({ code, err }) => Promise.reject(new Error(`ended with ${code}: ${err}`))),
  ]);
  expect(line).toMatch(/^acts hook at http:\/\/127\.0\.0\.1:\d+\/dcm-acts$/);
  return line.slice('acts hook at '.length);
}

async function post(url: string, body: unknown, bearer = token) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const dcm = { base_url: 'http://127.0.0.1:1', scheme: 'dcm' };
const url = 'http://127.0.0.1:8080/dcm-acts';

describe.each(languages)('the hook for %s', { timeout: patience }, (language) => {
  it('has every act of the contract with its duty, and nothing left of its template', async () => {
    const text = await hookText(language, 'https://test.example:8443/a%20b');
    for (const act of Object.keys(actInputs)) expect(text).toMatch(new RegExp(`["']${act}["']`));
    expect(text).toContain('An officer of the bank creates a secret');
    expect(text).toContain('/a%20b');
    expect(text).toContain('8443');
    expect(text).not.toMatch(/__[A-Z-]+__|each act\n|end of acts/);
    expect(text.split('\n').filter((line) => line.length > 120)).toEqual([]);
  });

  it('answers every act with 501 until it is filled in, and then acts once for each id', async ({ skip }) => {
    const reason = missing(language);
    skip(reason !== undefined, reason);
    const { stub, built } = tools[language];
    const text = await hookText(language, url);
    expect(text).toContain(stub);
    const at = await started(
      language,
      text.replace(stub, () => built),
    );
    for (const act of Object.keys(actInputs).filter((act) => act !== 'create-payment'))
      expect(await post(at, { act, id: `one ${act}`, dcm, input: {} })).toMatchObject({
        status: 501,
        body: { error: `act ${act} is not built yet` },
      });

    const input = {
      amount: 25.5,
      purpose: 'за "каву" \\ \n\u0001',
      bank_guid: null,
      list: [1, true, {}, []],
    };
    const pay = (id: string, more = {}) =>
      post(at, { act: 'create-payment', id, dcm, input: { ...input, ...more } });
    const first = await Promise.all([pay('same'), pay('same')]);
    const output = { payment_guid: `dcm ${input.purpose} 1` };
    expect(first).toEqual([1, 2].map(() => ({ status: 200, body: { ok: true, output } })));
    expect((await pay('other')).body.output).toEqual({ payment_guid: `dcm ${input.purpose} 2` });
    expect(await pay('zero', { amount: 0 })).toEqual({
      status: 200,
      body: { ok: false, error: 'no "zero"' },
    });

    const refused = [
      await post(at, { act: 'ping', id: '1' }, 'wrong'),
      await post(at, 'not JSON'),
      await post(at, { act: 'ping' }),
      await post(at, { act: 'fly', id: '2' }),
      await post(new URL('/user_auth', at).href, ''),
    ];
    expect(refused.map(({ status }) => status)).toEqual([401, 400, 400, 501, 501]);
    for (const { body } of refused) expect(body.error).toEqual(expect.any(String));
  });

  it('says what to do without a token, and where its port is taken', async ({ skip }) => {
    const reason = missing(language);
    skip(reason !== undefined, reason);
    const file = await write(language, await hookText(language, url));
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const { port } = other.address() as { port: number };
    const [withoutToken, withoutPort] = await Promise.all([
      run(language, file, { PORT: '0', ACTS_TOKEN: '' }).ended,
      run(language, file, { PORT: `${port}`, ACTS_TOKEN: token }).ended,
    ]);
    expect(withoutToken.err).toContain('ACTS_TOKEN is not set');
    // `go run` says the code of its program in words.
    expect(withoutToken.code).toBe(language === 'go' ? 1 : 2);
    expect(withoutPort.err).toContain(`cannot listen at 127.0.0.1:${port}`);
    expect(withoutPort.err).toContain('another PORT');
    expect(withoutPort.code).toBe(1);
  });
});
