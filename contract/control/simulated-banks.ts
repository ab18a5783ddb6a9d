import { z } from 'zod';
import { payment } from '../operations/transfers.js';
import { guid } from '../schemas.js';
import { alias, counterparty } from './counterparties.js';
import { entity } from './entities.js';
import { controlTable } from './operation.js';

/** Other counterparties, whose banks the mock simulates. */

export const simulatedBankOperations = controlTable('Simulated banks', {
  addSimulatedBank: {
    method: 'POST',
    path: '/control/v1/simulated-banks',
    names: ['alias'],
    summary: 'Registers another counterparty whose bank the mock simulates, ready to send and receive',
    source: 'A',
    body: z.object({
      alias: alias.default('bank2'),
      customers: z.int().min(0).max(1000).default(2),
      /** Hryvnias on its processing entity and on each customer's entity. */
      amount: z.number().default(1000),
    }),
    answer: z.object({ counterparty, entities: z.array(entity) }),
  },
  sendFromSimulatedBank: {
    method: 'POST',
    path: '/control/v1/simulated-banks/{guid}/transfers',
    names: ['guid'],
    summary:
      'Makes the simulated bank create and confirm a transfer, e.g. to a customer of the bank under test',
    source: 'A',
    params: z.object({ guid }),
    body: z.object({
      sender_id: guid,
      receiver_id: guid,
      amount: z.number(),
      purpose: z.string().default(''),
    }),
    answer: payment,
  },
});
