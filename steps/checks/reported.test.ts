import { it } from 'vitest';
import { draftReported, guidsReported } from './reported.js';
import { breaks, holds } from './verdict.testing.js';

const guid = '5f2c8a52-7a0f-4d2b-9a59-8a3f4f6d4a11';
const account = '51599e25-83b4-11ee-aa27-ba6fe7e5a0e5';
const made = { customer_guid: guid, guid: account };

it('wants the guids of DCM, in any case, or none', () => {
  for (const told of [
    undefined,
    {},
    { customer_guid: guid.toUpperCase() },
    { customer_guid: guid, account_guid: account },
  ])
    holds(guidsReported, { made, told });
  for (const told of [undefined, guid, guid.toUpperCase()]) holds(draftReported, { guid, told });
});

it('names the guid that is another one', () => {
  const told = { customer_guid: account, account_guid: account };
  breaks(guidsReported, { made, told }, `customer_guid ${guid}`, `customer_guid ${account}`);
  breaks(draftReported, { guid, told: '' }, `payment_guid ${guid}`, 'payment_guid ');
});
