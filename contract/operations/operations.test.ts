import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { controlOperations } from '../control/index.js';
import type { Operation } from '../operation.js';
import { pages, parseSource } from '../provenance.js';
import { refusalsOf } from '../refusals.js';
import { operations } from './index.js';

/** What every declaration has to keep to, whatever it declares. */

const declared: readonly Operation[] = [...Object.values(operations), ...Object.values(controlOperations)];

describe.each(declared.map((one) => [one.id, one] as const))('%s', (id, one) => {
  test('is listed under its own id', () => {
    expect({ ...operations, ...controlOperations }[id as keyof typeof operations]).toBe(one);
  });

  test('has exactly the parameters of its path', () => {
    const named = [...one.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(one.params?.shape ?? {}).sort()).toEqual(named.sort());
  });

  test('has a path of its own for its method', () => {
    const same = (other: Operation) =>
      other.method === one.method &&
      other.path.replaceAll(/\{\w+\}/g, '') === one.path.replaceAll(/\{\w+\}/g, '');
    expect(declared.filter(same)).toEqual([one]);
  });

  test('names sources that exist', () => {
    for (const source of [one.source, one.pathSource ?? one.source, ...Object.values(one.assumed ?? {})]) {
      expect(pages).toHaveProperty([parseSource(source).page]);
    }
  });

  test('calls assumed only what it has', () => {
    const shapes: Record<string, unknown> = {
      body: one.body?.shape ?? {},
      query: one.query?.shape ?? {},
      answer: one.answer instanceof z.ZodObject ? one.answer.shape : {},
    };
    for (const place of Object.keys(one.assumed ?? {})) {
      const [part = '', member = ''] = place.split('.');
      if (member !== '') expect(Object.keys(shapes[part] ?? {})).toContain(member);
    }
  });

  test('requires a permission only from employees', () => {
    // Everybody may ask for their own permissions.
    const free = id === 'getAvailablePermissions';
    expect(one.permission !== undefined).toBe(one.caller === 'employee' && !free);
  });

  test('requires only members that its body has', () => {
    for (const member of one.required ?? []) expect(Object.keys(one.body?.shape ?? {})).toContain(member);
  });

  test('declares no refusal that follows from the rest', () => {
    const codes = refusalsOf(one);
    expect(codes).toEqual([...new Set(codes)]);
  });

  test('has a method that fits its body', () => {
    const without = ['authenticateJwt', 'clearFaults', 'dropSnapshots', 'deleteCategory'].includes(id);
    if (one.method === 'GET' || without) expect(one.body).toBeUndefined();
    else expect(one.body).toBeDefined();
  });
});
