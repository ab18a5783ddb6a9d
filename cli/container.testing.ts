import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { root } from '../program.testing.js';

/** What Containerfile and compose.yaml say, for tests that do the same without a container engine. */

const command = z.array(z.string());

/** The instructions of the last stage, and how it differs from what runs here: its paths. */
export async function containerfile() {
  const text = (await readFile(join(root, 'Containerfile'), 'utf8')).replaceAll('\\\n', ' ');
  const lines = text.split('\n').filter((line) => /^[A-Z]+ /.test(line));
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  const of = (name: string): string =>
    last
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length)
      .trim() ?? '';
  return {
    build: lines.filter((line) => line.startsWith('RUN ')).map((line) => line.slice('RUN '.length)),
    user: of('USER'),
    stopSignal: of('STOPSIGNAL'),
    exposed: of('EXPOSE'),
    healthCheck: command.parse(JSON.parse(of('HEALTHCHECK').replace(/^.*?CMD /, ''))),
    command: [...command.parse(JSON.parse(of('ENTRYPOINT'))), ...command.parse(JSON.parse(of('CMD')))],
  };
}

const service = z.object({
  command: command.optional(),
  environment: z.record(z.string(), z.string()).optional(),
  healthcheck: z.object({ test: command }).optional(),
  network_mode: z.string().optional(),
  ports: z.array(z.string()).optional(),
});

export const compose = async () =>
  z
    .object({ services: z.object({ dcm: service, bank: service }) })
    .parse(parse(await readFile(join(root, 'compose.yaml'), 'utf8'))).services;
