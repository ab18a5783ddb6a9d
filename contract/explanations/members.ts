import type { Explanations } from './explanation.js';

/** Members of path, query and body, one by one. */
export const memberCauses = {
  'member-missing': {
    code: 'invalid-member',
    says: { en: '{member} is required and missing', uk: '{member} — обов’язкове, і його немає' },
    where: 'given {member}',
    right: { en: 'send {member}', uk: 'надішліть {member}' },
    source: 'A',
  },
  'member-type': {
    code: 'invalid-member',
    says: { en: '{member} has another type: {problem}', uk: '{member} має інший тип: {problem}' },
    where: '{part} {member}',
    right: {
      en: 'send {member} with the type that the operation documents (GET /docs)',
      uk: 'надішліть {member} того типу, який описано для операції (GET /docs)',
    },
    source: 'A',
  },
  'member-value': {
    code: 'invalid-member',
    says: {
      en: '{member} is none of the values that are allowed: {problem}',
      uk: 'значення {member} не входить до дозволених: {problem}',
    },
    where: '{part} {member}',
    right: { en: 'send one of the values that are named', uk: 'надішліть одне з названих значень' },
    source: 'A',
  },
  'member-bounds': {
    code: 'invalid-member',
    says: { en: '{member} is out of bounds: {problem}', uk: '{member} поза межами: {problem}' },
    where: '{part} {member}',
    right: { en: 'send {member} within the bounds', uk: 'надішліть {member} у цих межах' },
    source: 'A',
  },
  'member-unknown': {
    code: 'invalid-member',
    says: { en: 'the {part} has a member that is not known: {problem}', uk: 'є невідоме поле: {problem}' },
    where: '{part} {member}',
    right: {
      en: 'leave it out, or correct its name: the operation refuses what it does not know',
      uk: 'приберіть його або виправте назву: операція не приймає невідомого',
    },
    source: 'A',
  },
  'invalid-member': {
    code: 'invalid-member',
    says: { en: '{member} is not right: {problem}', uk: '{member} — неправильне: {problem}' },
    where: 'given {member}',
    right: { en: 'send {member} as described: {problem}', uk: 'надішліть {member} як описано: {problem}' },
    source: 'A',
  },
  'amount-missing': {
    code: 'invalid-amount',
    says: { en: 'the amount is missing', uk: 'суми немає' },
    where: 'body amount',
    right: { en: 'send amount as a number of hryvnias', uk: 'надішліть amount — число гривень' },
    source: 'A',
  },
  'amount-not-positive': {
    code: 'invalid-amount',
    says: { en: 'the amount is not more than 0: {amount}', uk: 'сума не більша за 0: {amount}' },
    where: 'body amount',
    right: { en: 'send an amount of more than 0', uk: 'надішліть суму, більшу за 0' },
    source: 'A',
  },
  'amount-too-fine': {
    code: 'invalid-amount',
    says: {
      en: 'the amount has too many decimal places or digits: {amount}',
      uk: 'у сумі забагато знаків після коми або цифр: {amount}',
    },
    where: 'body amount',
    right: {
      en: 'round to kopiykas: a sum of binary fractions is not exact',
      uk: 'округліть до копійок: сума двійкових дробів неточна',
    },
    source: 'A',
  },
  'amount-too-large': {
    code: 'invalid-amount',
    says: {
      en: 'the amount is more than an asset of Stellar can have: {amount}',
      uk: 'сума більша, ніж може мати актив Stellar: {amount}',
    },
    where: 'body amount',
    right: { en: 'send less than 922337203685 hryvnias', uk: 'надішліть менше ніж 922337203685 гривень' },
    source: 'A',
  },
  'uuid-missing': {
    code: 'uuid-length',
    says: { en: '{member} is required and missing', uk: '{member} — обов’язкове, і його немає' },
    where: 'given {member}',
    right: { en: 'send {member}: a UUID of 36 characters', uk: 'надішліть {member}: UUID із 36 символів' },
    source: 'D ERR',
  },
  'uuid-length': {
    code: 'uuid-length',
    says: {
      en: '{member} has {length} characters, and a UUID has 36',
      uk: '{member} має {length} символів, а UUID — 36',
    },
    where: 'given {member}',
    right: {
      en: 'send the guid as a response has it, with hyphens and without braces',
      uk: 'надішліть guid таким, як у відповіді: з дефісами, без дужок',
    },
    source: 'D ERR',
  },
  'uuid-format': {
    code: 'uuid-format',
    says: {
      en: '{member} has 36 characters, but is not a UUID',
      uk: '{member} має 36 символів, але не є UUID',
    },
    where: 'given {member}',
    right: {
      en: 'send the guid as a response has it: hexadecimal digits in groups of 8-4-4-4-12',
      uk: 'надішліть guid таким, як у відповіді: шістнадцяткові цифри групами 8-4-4-4-12',
    },
    source: 'D ERR',
  },
  'asset-code': {
    code: 'asset-not-found',
    says: { en: 'the asset of this network is not {given}', uk: 'актив цієї мережі — не {given}' },
    where: 'body asset_code',
    right: { en: 'send asset_code {expected}', uk: 'надішліть asset_code {expected}' },
    source: 'A',
  },
  'asset-issuer': {
    code: 'asset-not-found',
    says: {
      en: 'the asset of this network has another issuer',
      uk: 'актив цієї мережі має іншого емітента',
    },
    where: 'body asset_issuer',
    right: { en: 'send asset_issuer {expected}', uk: 'надішліть asset_issuer {expected}' },
    source: 'A',
  },
} as const satisfies Explanations;
