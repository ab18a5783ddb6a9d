import type { operations } from '../../contract/operations/index.js';
import type { Domain } from '../domain/index.js';
import type { Handlers } from './handler.js';

type Categories = Pick<
  typeof operations,
  'listCategories' | 'createCategory' | 'updateCategory' | 'deleteCategory'
>;

/** Types of operations (CAT). */
export function categoryHandlers({ categories }: Domain): Handlers<Categories> {
  return {
    listCategories: async () => ({ categories: [...(await categories.list())] }),

    createCategory: async ({ body }) => ({ guid: await categories.create(body) }),

    updateCategory: async ({ params, body }) => {
      await categories.update(params.category_guid, body);
      return {};
    },

    deleteCategory: async ({ params }) => {
      await categories.remove(params.category_guid);
      return {};
    },
  };
}
