import { z } from 'zod';
import { noUuid } from '../errors.js';
import { operation, table } from '../operation.js';
import { guid, listOf, ofCounterparty, paging } from '../schemas.js';

/** Kinds of permissions: for endpoints, and for access to a branch (ADDROLE, BR-EMP). */
const ketoKinds = ['endpoint', 'branch'] as const;

/** A permission that roles may have (ROLE). */
const permissionTitle = z.object({
  guid,
  keto_kind: z.string(),
  keto_scope_name: z.string(),
  keto_permission: z.string(),
  group_name: z.string(),
  group_lang_key: z.string(),
  group_sort_number: z.int(),
  name: z.string(),
  name_lang_key: z.string(),
  sort_number: z.int(),
});

const base = '/api/v1/counterparty/{counterparty_guid}/rbac';
const scope = 'rbac';

const listPermissionTitles = operation({
  id: 'listPermissionTitles',
  method: 'GET',
  path: `${base}/permission/titles`,
  summary: 'Permissions that roles may have',
  caller: 'employee',
  permission: { scope, reach: 'common' },
  source: 'D ROLE',
  pathSource: 'A',
  params: ofCounterparty,
  query: z.object({
    guids: listOf(guid).optional(),
    keto_kinds: listOf(z.string()).optional(),
    keto_permissions: listOf(z.string()).optional(),
    keto_scope_names: listOf(z.string()).optional(),
    ...paging,
  }),
  answer: z.object({ permissions: z.array(permissionTitle), total: z.int() }),
  assumed: {
    'query.guids': 'A',
    'query.keto_kinds': 'A',
    'query.keto_permissions': 'A',
    'query.keto_scope_names': 'A',
    'query.order': 'A',
    'query.offset': 'A',
    'query.limit': 'A',
    'answer.permissions': 'A',
    'answer.total': 'A',
    'answer.permissions.keto_permission': 'A',
    'answer.permissions.group_sort_number': 'A',
  },
});

const createKetoPermission = operation({
  id: 'createKetoPermission',
  method: 'POST',
  path: `${base}/permission/titles`,
  summary: 'Adds a permission that roles may have; only for officers of DCM',
  caller: 'officer',
  source: 'D ROLE',
  pathSource: 'A',
  params: ofCounterparty,
  body: z.object({
    guid: z.string().optional(),
    keto_kind: z.enum(ketoKinds).default('endpoint'),
    keto_scope_name: z.string().min(1).max(64),
    keto_permission: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    group_name: z.string().default(''),
    group_lang_key: z.string().default(''),
    group_sort_number: z.int().default(0),
    name: z.string().default(''),
    name_lang_key: z.string().default(''),
    sort_number: z.int().default(0),
  }),
  answer: z.object({ guid }),
  assumed: { 'body.keto_permission': 'A', 'body.group_sort_number': 'A', 'answer.guid': 'A' },
  refuses: ['guid-taken', 'not-found', ...noUuid],
});

export const permissionOperations = table(listPermissionTitles, createKetoPermission);
