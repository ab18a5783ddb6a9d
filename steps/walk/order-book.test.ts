import { describe, expect, it } from 'vitest';
import { createMemory } from './memory.js';
import { createOrderBook } from './order-book.js';

describe('orders of a run', () => {
  it('are those about money, with what was ordered', () => {
    const book = createOrderBook(createMemory());
    expect(['ping', 'transfer', 'create-payment'].map((act) => book.isAbout(act as 'ping'))).toEqual([
      false,
      true,
      false,
    ]);
    book.note('transfer', { sender_id: 'a', receiver_id: 'b', amount: 1.5 }, 2);
    book.note('confirm-payment', { payment_guid: 'p' }, 3);
    book.note('issue-identifiers', { amount: 2 }, 4);
    expect(book.all()).toEqual([
      { act: 'transfer', after: 2, amount: 1.5, sender: 'a', receiver: 'b', paymentGuid: '' },
      { act: 'confirm-payment', after: 3, amount: 0, sender: '', receiver: '', paymentGuid: 'p' },
      { act: 'issue-identifiers', after: 4, amount: 2, sender: '', receiver: '', paymentGuid: '' },
    ]);
    expect(book.unknown()).toEqual([]);
  });

  it('are known to the process that resumes the run, and it knows where they are not', () => {
    const first = createMemory();
    const before = createOrderBook(first);
    before.begins(10);
    before.note('transfer', { amount: 1 }, 11);
    const resumed = createMemory(JSON.parse(JSON.stringify(first.state())));
    const after = createOrderBook(resumed);
    expect(after.all()).toEqual(before.all());
    after.begins(20);
    after.begins(30);
    expect(after.unknown()).toEqual([{ after: 10, last: 20 }]);
    after.note('transfer', { amount: 2 }, 31);
    expect(after.all().map(({ amount }) => amount)).toEqual([1, 2]);
  });
});
