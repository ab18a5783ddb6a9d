import { it } from 'vitest';
import { answer } from '../exchange.testing.js';
import { notOfAnother } from './customers.js';
import { breaks, holds } from './verdict.testing.js';

const own = { login: 'one@bank.example', name: 'Олена', surname: 'Ґудзь', phone_number: '+380501112233' };
const other = { login: 'two@bank.example', name: 'Олена', surname: 'Їжак', phone_number: '+380502223344' };
const seen = (body: object) => ({ seen: answer(200, body), own, others: [other] });

it.each([
  {},
  { first_name: 'Олена', last_name: 'Ґудзь', phone: '+380501112233', email: 'one@bank.example' },
  { first_name: 'mock', last_name: '', phone: '+12345678901', email: 'mock@email.com' },
])('holds for what is of the customer, of both, or of nobody: %j', (body) => {
  holds(notOfAnother, seen(body));
});

it.each([
  ['last_name', 'Їжак'],
  ['phone', '+380502223344'],
  ['email', 'two@bank.example'],
])('does not hold for %s of the other', (name, value) => {
  const expected = 'nothing of another customer in the response about one@bank.example';
  breaks(notOfAnother, seen({ [name]: value }), expected, `${name} ${value} is that of two@bank.example`);
});
