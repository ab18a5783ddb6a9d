/** The literal examples of the documentation (BAUTH, CB, MS). */

export const authorizationExamples = {
  user_auth: {
    external_id: '123456789',
    first_name: 'mock',
    last_name: 'mock',
    email: 'mock@email.com',
    phone: '+12345678901',
    key: 'secret',
  },
  key: { key: 'secret' },
  external_id: { external_id: '123456789' },
} as const;

export const callbackExample = { transaction_id: 'd3626591-7e01-4346-9f53-ddea6d7d17bd' };

/** The envelope of the page without its number of signatures, which comes last. */
const envelope =
  'AAAAAgAAAAAOc/Ep0SpnfQ9wyROTSWSDI5dnsJpSL15kDAmaTEqyIwAAAMgAExmIAAAAAgAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIA' +
  'AAAAAAAAAQAAAAC9uikHe+PC/4jPg01zIk3O7mOC0oFATGCEC3VG3Sz8BAAAAAFlVUFIAAAAAL26KQd748L/iM+DTXMiTc7uY4LSgUBMYIQL' +
  'dUbdLPwEAAAAAAABhqAAAAAAAAAACgAAAAxwYXltZW50X2d1aWQAAAABAAAAJGRiNzhjNzVjLTFhNTAtMTFlZS1iZDVmLTNhNmFhNDQzNmZl' +
  'ZQAAAAAAAAA';

/** A key of these examples only: the page shows no response that is its own request with a signature. */
const address = ['GA74TOSYDHJFDLIVSE2SIMGIXNKH4WNDEODT424GNFGXR4B4JYYJOJ5D'];

export const signExamples = {
  request: { address, transaction_xdr: `${envelope}A` },
  /** Signed for the network `Test SDF Network ; September 2015`. */
  response: {
    address,
    transaction_xdr: `${envelope}BPE4wlwAAAEAoBtM/RUqBy/UOev8r+QphcD4S4cMkKf9fFz3UZw7qCF7aU3vbBnjjo6UngHz2buxMDlDXqqJO9T3jVy5/H8wM`,
  },
};
