import { z } from 'zod';
import { operation, table } from '../operation.js';
import { empty, guid, guidInPath, timestamp } from '../schemas.js';

export const category = z.object({
  created_at: timestamp,
  deleted_at: z.string(),
  description: z.string(),
  guid,
  name: z.string(),
  updated_at: timestamp,
});

const listCategories = operation({
  id: 'listCategories',
  method: 'GET',
  path: '/api/v1/dictionary/payment/category',
  summary: 'Categories that a transfer may name',
  caller: 'employee',
  permission: { scope: 'categories', reach: 'common' },
  source: 'D CAT',
  answer: z.object({ categories: z.array(category) }),
});

/** The 18 codes of page CAT: `name` holds the code, `description` the meaning (U-52). */
export const initialCategories = [
  ['01', 'cash withdrawal, ATM'],
  ['02', "cash withdrawal, bank's cash desk"],
  ['03', 'cash withdrawal from POS'],
  ['04', 'cash replenishment at cash desk'],
  ['10', 'payment by requisites'],
  ['11', 'eCOM payment within the bank'],
  ['12', 'eCOM payment, third-party resources'],
  ['13', 'payment by POS'],
  ['14', 'payment via QR ("DirectPay")'],
  ['20', 'transfer to account, same bank'],
  ['21', 'transfer to account, another bank'],
  ['30', 'transfer from another account, same bank'],
  ['31', 'top-up from another account (third-party bank/resource)'],
  ['32', 'card top-up'],
  ['40', 'deduction of bank commission'],
  ['50', 'technical payments (chargebacks etc.)'],
  ['51', 'full refund'],
  ['52', 'partial refund'],
] as const;

const path = '/api/v1/dictionary/payment/category';
const content = z.object({ description: z.string().optional(), name: z.string().optional() });
const ofCategory = z.object({ category_guid: guidInPath });

const createCategory = operation({
  id: 'createCategory',
  method: 'POST',
  path,
  summary: 'Adds a category',
  caller: 'employee',
  permission: { scope: 'categories', reach: 'common' },
  source: 'D CAT',
  body: content,
  answer: z.object({ guid }),
  required: ['name'],
});

const updateCategory = operation({
  id: 'updateCategory',
  method: 'PUT',
  path: `${path}/{category_guid}`,
  summary: 'Changes a category',
  caller: 'employee',
  permission: { scope: 'categories', reach: 'common' },
  source: 'D CAT',
  params: ofCategory,
  body: content,
  answer: empty,
  refuses: ['not-found'],
});

const deleteCategory = operation({
  id: 'deleteCategory',
  method: 'DELETE',
  path: `${path}/{category_guid}`,
  summary: 'Takes a category out of use; transfers keep it',
  caller: 'employee',
  permission: { scope: 'categories', reach: 'common' },
  source: 'D CAT',
  params: ofCategory,
  answer: empty,
  refuses: ['not-found'],
});

export const categoryOperations = table(listCategories, createCategory, updateCategory, deleteCategory);
