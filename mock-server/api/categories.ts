import type { categoryOperations } from '../../contract/operations/categories.js';
import type { Domain } from '../domain/index.js';
import type { Handlers } from './handler.js';

/** Categories (CAT). */
export function categoryHandlers({ categories }: Domain): Handlers<typeof categoryOperations> {
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
