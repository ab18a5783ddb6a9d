/** First in, first out; each step costs the same at any length. */
export interface Queue<Item> extends Iterable<Item> {
  push(item: Item): void;
  shift(): Item | undefined;
  readonly length: number;
  /** That many of the newest, oldest first. */
  newest(count: number): Item[];
  /** All from the first one that matches, oldest first; once one matches, all that follow do. */
  from(isSo: (item: Item) => boolean): Item[];
}

/** Free places at the front before the rest moves up. */
const mostLeft = 1024;

export function createQueue<Item>(): Queue<Item> {
  let items: (Item | undefined)[] = [];
  let start = 0;

  return {
    push: (item) => void items.push(item),

    shift() {
      const item = items[start];
      if (start === items.length) return undefined;
      items[start] = undefined;
      start += 1;
      if (start > mostLeft && start * 2 > items.length) {
        items = items.slice(start);
        start = 0;
      }
      return item;
    },

    get length() {
      return items.length - start;
    },

    from(isSo) {
      let low = start;
      let high = items.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (isSo(items[middle] as Item)) high = middle;
        else low = middle + 1;
      }
      return items.slice(low) as Item[];
    },

    newest: (count) => (count === 0 ? [] : (items.slice(-count) as Item[])),

    // A copy of the present content: a slow reader misses nothing that is dropped meanwhile.
    [Symbol.iterator]: () => (items.slice(start) as Item[])[Symbol.iterator](),
  };
}
