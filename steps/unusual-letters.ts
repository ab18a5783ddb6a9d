import type { NewCustomer } from '../contract/driver.js';

/**
 * The same customer with letters that are easily lost: Ґ, Є, Ї, both apostrophes, and a plus sign in the login. An e-mail
 * address stays one.
 */
export function withLetters(customer: NewCustomer): NewCustomer {
  const { login } = customer;
  const at = login.lastIndexOf('@');
  const marked = at > 0 ? `${login.slice(0, at)}+o'їжак${login.slice(at)}` : `${login}+o'їжак`;
  return { ...customer, login: marked, name: 'Мар’яна-Єва', surname: "Ґудзь-О'Їжакевич" };
}
