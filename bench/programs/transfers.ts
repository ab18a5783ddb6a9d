import { openReferenceStage } from '../../cli/reference-stage.js';
import { createWalk } from '../../steps/walk/walk.js';
import { type PartOf, profiled } from './profile.js';
import { answer, oneOf, tell } from './talk.js';

/**
 * The mock and the reference bank in one process, past step 15 of the plan, with customers who have money. The
 * messages `begin` and `end` frame what is profiled; `end` is answered with where the time went, `usage` with what the
 * process has taken so far. With one signature
 * DCM signs alone, as in the floor; with two the bank signs too (multisignature), at the cost of one more exchange
 * and of the bank's reading of the draft.
 */
const [, , count, signs, state] = process.argv;
const senders = Number(count);
const signatures = oneOf(['one', 'two'], signs);
const stage = await openReferenceStage({ seed: 'bench', ...(state === undefined ? {} : { state }) });
const walk = createWalk(stage);
const customers: string[] = [];
for (let made = 0; made < senders; made++) customers.push((await walk.newCustomerWith(2000)).guid);
const { authorization } = await walk.officerSession();
if (signatures === 'one')
  await stage.dcm.control.updateRegistered({
    params: { guid: walk.guid },
    body: { sign_url: '', signers: [] },
  });

const parts: readonly (readonly [RegExp, string])[] = [
  [/\/node_modules\/(jose|@noble)\//, 'tokens'],
  [/\/node_modules\/(@stellar|sha\.js|base32|buffer|bignumber)/, 'envelope'],
  [/\/\.programs\/mock-server\/(stellar\/|domain\/(ledger|posting))/, 'envelope'],
  [/\/node_modules\/zod\//, 'zod'],
  [/\/\.programs\/mock-server\/store\//, 'store'],
  [/\/\.programs\/(mock-server\/journal|contract\/(redact|leak|any-of|jwt-like))/, 'journal'],
  [/\/\.programs\/mock-server\/bank\/tokens/, 'tokens'],
  [/\/\.programs\/mock-server\/domain\/(deliver|kept-deliveries|lanes)/, 'callbacks'],
  [/\/\.programs\/(mock-server\/bank|contract\/wire)\//, 'bank client'],
  [/\/\.programs\/mock-server\/api\//, 'pipeline'],
  [/\/\.programs\/mock-server\/domain\//, 'rules'],
  [/\/\.programs\/(mock-server|contract)\//, 'rest of the mock'],
  [/\/\.programs\/fixtures\//, 'reference bank'],
  [/\/node_modules\//, 'Express'],
  [
    /^node:(net|http|_http|https|events|stream|internal\/(stream|streams|timers|http|dtrace|net))/,
    'node:http',
  ],
];
const partOf: PartOf = (url, functionName) => {
  if (functionName === '(idle)') return 'idle';
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (functionName === '(program)') return 'native';
  return parts.find(([where]) => where.test(url))?.[1];
};

let end = () => {};
let shares: Promise<Record<string, number>>;

answer(async (message) => {
  if (message === 'usage') {
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed: heap } = process.memoryUsage();
    return { cpu: user + system, rss, heap };
  }
  if (message === 'begin') {
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    shares = profiled(() => ended, partOf);
    return {};
  }
  end();
  return shares;
});
tell({ url: stage.dcm.baseUrl, guid: walk.guid, authorization, customers });
