import type { Texts } from '../runs/run-files.js';
import type { Database } from '../store/postgres/database.js';

/** The runs of a world, a row each. */
export const runsInDatabase = ({ rows }: Database, world: number): Texts => ({
  called: (id) => `run ${id} in the database`,
  async numbers() {
    return (await rows<[number]>('SELECT id FROM dcm_runs WHERE world = $1', [world])).map(([id]) => id);
  },
  async read(id) {
    const values = [world, id];
    const [found] = await rows<[string]>('SELECT run FROM dcm_runs WHERE world = $1 AND id = $2', values);
    return found?.[0] ?? '';
  },
  async write(id, text) {
    await rows(
      `INSERT INTO dcm_runs (world, id, run) VALUES ($1, $2, $3)
       ON CONFLICT (world, id) DO UPDATE SET run = excluded.run`,
      [world, id, text],
    );
  },
  async remove(id) {
    await rows('DELETE FROM dcm_runs WHERE world = $1 AND id = $2', [world, id]);
  },
});
