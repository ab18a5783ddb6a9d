import { expect, test } from 'vitest';
import { type Document, mediaOf, problemsOf } from '../described.testing.js';
import { type Act, actAnswer, actInputs, actRequest } from '../driver.js';
import { actExamples } from './examples.js';
import { driverApi } from './index.js';

/** The document of the driver hook, as far as the contract decides what it says. */

const document = JSON.parse(JSON.stringify(driverApi())) as Document;
const acts = Object.keys(actInputs) as Act[];
const [request, answer] = mediaOf(document);
if (!request || !answer) throw new Error('the document has no bodies');

test('tells the acts apart by their names', () => {
  const { discriminator, oneOf } = request.schema as {
    discriminator: { propertyName: string; mapping: Record<string, string> };
    oneOf: { $ref: string }[];
  };
  expect(discriminator.propertyName).toBe('act');
  expect(Object.keys(discriminator.mapping)).toEqual(acts);
  expect(oneOf.map(({ $ref }) => $ref)).toEqual(Object.values(discriminator.mapping));
});

test.each(acts)('%s has an example of what is given and of what comes back', (act) => {
  const { value } = request.examples[act] ?? {};
  expect(problemsOf(document, request.schema, value)).toBe('');
  expect(actRequest.parse(value)).toMatchObject({ act, input: actExamples[act].input });
  expect(actInputs[act].parse(actExamples[act].input)).toEqual(actExamples[act].input);
  const response = answer.examples[act]?.value;
  expect(problemsOf(document, answer.schema, response)).toBe('');
  expect(actAnswer.parse(response)).toMatchObject({ ok: true });
});

test.each(acts)('%s is refused by the schema without what it needs, and under no other name', (act) => {
  const value = request.examples[act]?.value as { input: object };
  for (const name of ['act', 'id', 'dcm', 'input'])
    expect(problemsOf(document, request.schema, { ...value, [name]: undefined })).not.toBe('');
  expect(problemsOf(document, request.schema, { ...value, act: 'dance' })).not.toBe('');
  for (const [name, one] of Object.entries(actInputs[act].shape)) {
    const { [name]: _left, ...input } = value.input as Record<string, unknown>;
    const needed = !one.safeParse(undefined).success;
    expect([name, problemsOf(document, request.schema, { ...value, input }) !== '']).toEqual([name, needed]);
  }
});

test('says what each member of an output is', () => {
  const { properties } = document.components.schemas.ActAnswer ?? {};
  const { output } = properties as { output: { properties: Record<string, { description: string }> } };
  expect(Object.keys(output.properties)).toEqual(Object.keys(actAnswer.shape.output.unwrap().shape));
  for (const { description } of Object.values(output.properties))
    expect(acts.some((act) => description.startsWith(act))).toBe(true);
});
