/** Members of DCM's responses by what they hold; a test compares them with the schemas of the operations. */

/** Amounts in hryvnias (U-25). */
export const amountMembers: ReadonlySet<string> = new Set([
  'amount',
  'amount_reserve_account',
  'balance',
  'balance_after',
  'balance_allowed',
  'balance_before',
  'central_reserve',
  'fee',
  'max',
  'min',
  'requested_amount',
  'reserve_balance_amount',
  'saldo',
  'target_balance',
  'total_in',
  'total_out',
]);

/** Dates (U-62); those of Kratos have the form of its public reference. */
export const dateMembers: ReadonlySet<string> = new Set([
  'created_at',
  'end_date',
  'start_date',
  'updated_at',
]);
