import { Writable } from 'node:stream';
import {
  type IRunConfiguration,
  type ISupportCodeLibrary,
  loadConfiguration,
  loadSources,
  loadSupport,
  runCucumber,
} from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import { said } from '../../contract/texts/said.js';
import type { Scheme } from '../stage.js';
import { type Collected, createCollector, placeOf } from './collect.js';
import type { ScenarioRun } from './scenario-run.js';
import { noScenario, SelectionError } from './selection-error.js';

export interface FeaturesOptions {
  /** Folder that holds features/. */
  readonly root: string;
  /** Globs of hooks and step definitions, relative to `root`. */
  readonly steps: readonly string[];
  /** Cucumber's tag expression. */
  readonly tags: string;
  /** The scheme under which the bank acts. */
  readonly scheme: Scheme;
  readonly features?: string;
  /** Places of scenarios that are left out, since their results are known. */
  readonly done?: ReadonlySet<string>;
  /** In which order scenarios run: as written unless said otherwise. */
  readonly order?: 'defined' | `random:${string}`;
  /** Hears every message of cucumber. */
  readonly onMessage?: (message: Envelope) => void;
  readonly onScenario?: (scenario: ScenarioRun) => void;
  /** Handed what tells, at any moment, what checks have said in a scenario that is under way. */
  readonly begun?: (underWay: ReturnType<typeof createCollector>['underWay']) => void;
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/** Step definitions register once per process: a second loading would leave all steps undefined. */
let support: Promise<ISupportCodeLibrary> | undefined;

/**
 * Runs the features in this process and gathers what happened. Cucumber's own verdict is not used: it is 0 for no
 * scenario at all. A run that breaks off, e.g. in a hook, is told in `errors`.
 * @throws {SelectionError}
 */
export async function runFeatures(options: FeaturesOptions): Promise<Collected> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('CUCUMBER_PUBLISH')),
  );
  const environment = { cwd: options.root, stdout: nowhere(), stderr: nowhere(), env };
  const configure = async (paths: readonly string[]) => {
    const provided = {
      paths: [...paths],
      import: [...options.steps],
      tags: options.tags,
      order: options.order ?? ('defined' as const),
      publish: false,
      format: [],
    };
    return (await loadConfiguration({ file: false, provided }, environment)).runConfiguration;
  };
  const { done = new Set() } = options;
  let runConfiguration = await configure([options.features ?? 'features/**/*.feature']);
  const places = await selected(runConfiguration, environment);
  if (places.some((place) => done.has(place))) {
    const left = places.filter((place) => !done.has(place));
    if (left.length === 0) return { scenarios: [], errors: [] };
    runConfiguration = await configure(left);
  }
  const collector = createCollector(options.scheme, options.onScenario);
  options.begun?.(collector.underWay);
  try {
    support ??= loadSupport(runConfiguration, environment);
    await runCucumber({ ...runConfiguration, support: await support }, environment, (message: Envelope) => {
      options.onMessage?.(message);
      collector.take(message);
    });
  } catch (error) {
    collector.brokeOff(error);
  }
  return collector.collected();
}

/** What was wrong to begin with, in the first line of its words. */
function firstCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? firstCause(error.cause) : (error.message.split('\n')[0] ?? '');
}

/** Places of all scenarios that are selected. */
async function selected(
  { sources }: IRunConfiguration,
  environment: Parameters<typeof loadSources>[1],
): Promise<string[]> {
  let plan: Awaited<ReturnType<typeof loadSources>>;
  try {
    plan = await loadSources(sources, environment);
  } catch (error) {
    throw new SelectionError(
      said(`the selection is invalid: ${firstCause(error)}`, `неправильна вибірка: ${firstCause(error)}`),
    );
  }
  if (plan.errors.length > 0) throw new Error(plan.errors.map((error) => error.message).join('; '));
  if (plan.plan.length === 0) {
    throw noScenario(sources.tagExpression, true);
  }
  return plan.plan.map(placeOf);
}
