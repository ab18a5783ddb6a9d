import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { controlOperations } from '../control/index.js';
import type { Operation } from '../operation.js';
import { pages, parseSource } from '../provenance.js';
import { refusalsOf } from '../refusals.js';
import { operations } from './index.js';

/** What every declaration has to keep to, whatever it declares. */

const declared: readonly Operation[] = [...Object.values(operations), ...Object.values(controlOperations)];

describe.each(declared.map((operation) => [operation.id, operation] as const))('%s', (id, operation) => {
  test('is listed under its own id', () => {
    expect({ ...operations, ...controlOperations }[id as keyof typeof operations]).toBe(operation);
  });

  test('has exactly the parameters of its path', () => {
    const named = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(operation.params?.shape ?? {}).sort()).toEqual(named.sort());
  });

  test('has a path of its own for its method', () => {
    const same = (other: Operation) =>
      other.method === operation.method &&
      other.path.replaceAll(/\{\w+\}/g, '') === operation.path.replaceAll(/\{\w+\}/g, '');
    expect(declared.filter(same)).toEqual([operation]);
  });

  test('names sources that exist', () => {
    for (const source of [
      operation.source,
      operation.pathSource ?? operation.source,
      ...Object.values(operation.assumed ?? {}),
    ]) {
      expect(pages).toHaveProperty([parseSource(source).page]);
    }
  });

  test('calls assumed only what it has', () => {
    const shapes: Record<string, unknown> = {
      body: operation.body?.shape ?? {},
      query: operation.query?.shape ?? {},
      answer: operation.answer instanceof z.ZodObject ? operation.answer.shape : {},
    };
    for (const place of Object.keys(operation.assumed ?? {})) {
      const [part = '', member = ''] = place.split('.');
      if (member !== '') expect(Object.keys(shapes[part] ?? {})).toContain(member);
    }
  });

  test('requires a permission only from employees', () => {
    // Everybody may ask for their own permissions.
    const free = id === 'getAvailablePermissions';
    expect(operation.permission !== undefined).toBe(operation.caller === 'employee' && !free);
  });

  test('requires only members that its body has', () => {
    for (const member of operation.required ?? [])
      expect(Object.keys(operation.body?.shape ?? {})).toContain(member);
  });

  test('declares no refusal that follows from the rest', () => {
    const codes = refusalsOf(operation);
    expect(codes).toEqual([...new Set(codes)]);
  });

  test('has a method that fits its body', () => {
    const without = [
      'authenticateJwt',
      'clearFaults',
      'removeFault',
      'dropSnapshots',
      'deleteSandbox',
      'deleteCategory',
    ].includes(id);
    if (operation.method === 'GET' || without) expect(operation.body).toBeUndefined();
    else expect(operation.body).toBeDefined();
  });
});
