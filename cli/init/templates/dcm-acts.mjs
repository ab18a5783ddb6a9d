// The driver hook of a bank: dcm verify asks it to act. Made by dcm init for Node 18 or newer; needs no packages.
// Fill in one act after the other; an act that is not built answers 501, and what needs it is not verified.
// docs/acts.md of dcm-conformance says for each act which requests DCM must see. Acts move money: this hook belongs
// in a test installation only, in the process of your bank or beside it.
//
//   ACTS_TOKEN=... node dcm-acts.mjs
import { createServer } from 'node:http';

const { HOST = '127.0.0.1', PORT = '__PORT__', ACTS_TOKEN } = process.env;
const notBuilt = Symbol('not built');

// An act is given its input and `dcm`: base_url, counterparty_guid, asset_code, asset_issuer, scheme, employee.
// It returns its output, or throws an Error that says why DCM refused or the bank could not do it.
const acts = {
  // each act
  // __DUTY__
  // Input: __INPUT__
  // Output: __OUTPUT__
  '__ACT-NAME__': async (_input, _dcm) => notBuilt,

  // end of acts
};

async function perform({ act, input = {}, dcm }) {
  if (!Object.hasOwn(acts, act)) return [501, { error: `unknown act ${act}` }];
  try {
    const output = await acts[act](input, dcm);
    return output === notBuilt
      ? [501, { error: `act ${act} is not built yet` }]
      : [200, { ok: true, output: output ?? {} }];
  } catch (error) {
    return [200, { ok: false, error: error.message }];
  }
}

// If an id comes again, the bank gives the first response again and does not act twice.
const answered = new Map();

function once(request) {
  if (!answered.has(request.id)) answered.set(request.id, perform(request));
  return answered.get(request.id);
}

async function answer(request) {
  const { method, url, headers } = request;
  if (method !== 'POST' || url !== '__PATH__') return [501, { error: `not built yet: ${method} ${url}` }];
  if (headers.authorization !== `Bearer ${ACTS_TOKEN}`)
    return [401, { error: 'wrong token: see ACTS_TOKEN' }];
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part;
  let order;
  try {
    order = JSON.parse(body);
  } catch {}
  if (typeof order?.act !== 'string' || typeof order.id !== 'string')
    return [400, { error: 'expected a JSON object with act and id' }];
  return once(order);
}

if (!ACTS_TOKEN) {
  console.error('ACTS_TOKEN is not set: it must be the driver.token of bank.yaml');
  process.exit(2);
}
const server = createServer(async (request, response) => {
  const [status, body] = await answer(request);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});
server.on('error', (error) => {
  console.error(
    `cannot listen at ${HOST}:${PORT}: ${error.message}; another PORT can be set in the environment`,
  );
  process.exit(1);
});
server.listen(Number(PORT), HOST, () =>
  console.log(`acts hook at http://${HOST}:${server.address().port}__PATH__`),
);
