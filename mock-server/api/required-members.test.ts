import { expect, test } from 'vitest';
import type { Operation } from '../../contract/operation.js';
import { operations } from '../../contract/operations/index.js';
import { raw } from '../client.testing.js';
import { apiDocument } from '../site/documents.js';
import { coveragePlans } from './coverage-plans.testing.js';
import { inhabit, returning } from './coverage-world.testing.js';

/** The served document names as required exactly the members of a body that are refused when they are left out. */

interface Body {
  readonly required?: readonly string[];
}
interface Document {
  readonly paths: Record<
    string,
    Record<string, { requestBody?: { content: Record<string, { schema: Body }> } }>
  >;
}

/** One of two is needed, which a list of required members cannot say. */
const oneOfTwo: Readonly<Record<string, readonly string[]>> = {
  setCustomerPaymentLimit: ['max'],
  setSegmentPaymentLimit: ['max'],
  submitRecovery: ['email'],
  submitLogin: ['identifier'],
};

const { paths } = apiDocument() as Document;

test('members that an operation needs', { timeout: 60_000 }, async () => {
  const x = await inhabit();
  const anew = await returning(x);
  for (const operation of Object.values(operations).filter(
    (operation: Operation) => operation.body,
  ) as Operation[]) {
    const { id } = operation;
    const content = paths[operation.path]?.[operation.method.toLowerCase()]?.requestBody?.content ?? {};
    const required = Object.values(content)[0]?.schema.required ?? [];
    const good = (await coveragePlans[id as keyof typeof operations]?.good(x)) ?? {};
    const given: Readonly<Record<string, string>> = { counterparty_guid: x.guid, ...good.params };
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => given[name] ?? 'x');
    const query = new URLSearchParams(good.query as Record<string, string>);
    const token =
      good.token ??
      { officer: x.officer, employee: x.session, bank: '', public: '', control: '' }[operation.caller];
    const headers = {
      'content-type': 'application/json',
      ...(token ? { authorization: `bearer ${token}` } : {}),
      ...good.headers,
    };
    const refused: string[] = [];
    for (const name of Object.keys(good.body ?? {})) {
      const answer = await raw(x.app, operation.method, `${path}?${query}`, headers).send(
        JSON.stringify({ ...good.body, [name]: undefined }),
      );
      if (answer.status >= 400 && answer.headers['dcm-reason'] !== 'state') refused.push(name);
      else if (answer.status >= 400 && required.includes(name)) refused.push(name);
    }
    const needed = refused.filter((name) => !oneOfTwo[id]?.includes(name));
    expect([id, ...needed.sort()]).toEqual([id, ...[...required].sort()]);
    await anew();
  }
});
