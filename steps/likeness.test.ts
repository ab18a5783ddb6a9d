import { expect, it } from 'vitest';
import { likenesses, nearly } from './likeness.js';

const known = 'customer-1@bank.example';

it('is never the known one, and no two are the same', () => {
  for (const { logins, externalIds } of Object.values(likenesses)) {
    for (const all of [logins, externalIds]) {
      const texts = nearly(known, all).map(({ text }) => text);
      expect(texts).toHaveLength(all.length);
      expect(new Set([...texts, known]).size).toBe(all.length + 1);
    }
  }
});

it('is the known one for whoever trims, folds or normalizes it', () => {
  const letters = nearly(known, likenesses['a known one in other letters'].externalIds);
  const [inCase, wide, cyrillic, accent] = letters.map(({ text }) => text);
  expect(inCase?.toLowerCase()).toBe(known);
  expect(wide?.normalize('NFKC')).toBe(known);
  expect(cyrillic).toMatch(/[а-яі]/);
  expect(accent?.normalize('NFD').replaceAll(/\p{M}/gu, '')).toBe(known);
  const around = nearly(known, likenesses['a known one with something before or after it'].logins);
  expect(around.map(({ text }) => text.trim().replace(/^0/, ''))).toEqual(around.map(() => known));
});

it('leaves out what a text does not have: digits have no case', () => {
  const { externalIds } = likenesses['a known one in other letters'];
  expect(nearly('4711', externalIds).map(({ says }) => says)).not.toContain('in another case');
  expect(
    nearly('7', likenesses['a part of a known one, or more'].logins).map(({ text }) => text),
  ).not.toContain('');
});
