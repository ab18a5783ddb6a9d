@step-1
Feature: Step 1. The bank implements the authorization that authenticates DCM's requests

  Who acts:          Bank IT Team
  The bank provides: GET /user_auth, GET /key and GET /external_id, which check the token in X-Session-ID
  Outcome:           the authorization is ready for deployment

  Background:
    Given the bank holds secrets for its key keepers and for a customer

  @S01-01 @service @AUTH-01 @AUTH-04 @AUTH-07 @AUTH-09 @AUTH-20
  Scenario: /user_auth tells who a customer is
    When DCM asks /user_auth about the customer's login
    Then the answer is 200 with external_id and key
    And the external_id is a string of 1 to 500 characters
    And the optional members that it has are texts
    And none of the optional members is null
    And each answer came within 1 second

  @S01-02 @service @AUTH-02 @AUTH-04
  Scenario: /key gives the secret of a user
    When DCM asks /key about the customer's external id
    Then the answer is 200 with key
    And each answer came within 1 second

  @S01-03 @service @AUTH-03 @AUTH-04 @AUTH-07
  Scenario: /external_id says that a user is known
    When DCM asks /external_id about the customer's external id
    Then the answer is 200 with that external_id
    And the external_id is a string of 1 to 500 characters
    And each answer came within 1 second

  @service @AUTH-08
  Scenario Outline: <id> A token that is <defect> is refused by all three methods
    Given all three methods accept a valid token about the customer
    When the same requests come with a token that is <defect>
    Then each of them is answered with 401, as <rule> demands
    And none of the refusals carries a secret

    @S01-04 @S01-05 @S01-06 @JWT-01 @JWT-08
    Examples: no token
      | id     | defect    | rule   |
      | S01-04 | missing   | JWT-01 |
      | S01-05 | empty     | JWT-01 |
      | S01-06 | malformed | JWT-08 |

    @S01-07 @S01-08 @S01-21 @JWT-02 @JWT-03
    Examples: somebody else's key
      | id     | defect       | rule   |
      | S01-07 | foreign-key  | JWT-02 |
      | S01-21 | embedded-key | JWT-02 |
      | S01-08 | unknown-kid  | JWT-03 |

    @S01-09 @S01-22 @JWT-04
    Examples: changed after signing
      | id     | defect         | rule   |
      | S01-09 | tampered       | JWT-04 |
      | S01-22 | another-object | JWT-04 |

    @S01-10 @S01-11 @JWT-05
    Examples: another algorithm
      | id     | defect          | rule   |
      | S01-10 | alg-none        | JWT-05 |
      | S01-11 | hmac-public-key | JWT-05 |

    @S01-12 @JWT-07
    Examples: out of date
      | id     | defect       | rule   |
      | S01-12 | long-expired | JWT-07 |

  @S01-13 @service @AUTH-05 @AUTH-08
  Scenario: A user whom the bank does not know is refused by all three methods
    Given all three methods accept a valid token about the customer
    When the same requests come about a user whom the bank does not know
    Then each of them is answered with 401, as AUTH-05 demands
    And none of the refusals carries a secret

  @S01-14 @service @AUTH-06 @AUTH-08 @AUTH-12
  Scenario: A subject who may not act is refused by all three methods
    Given all three methods accept a valid token about the customer
    When the same requests come from a subject who may not act
    Then each of them is answered with 401, as AUTH-06 demands
    And none of the refusals carries a secret

  @service
  Scenario Outline: <id> A token at the bounds of its time: <when>
    Given all three methods accept a valid token about the customer
    When the same requests come with a token <when>
    Then each of them is <outcome>, as <rule> demands

    @S01-15 @S01-16 @S01-17 @S01-18 @JWT-07 @JWT-11 @JWT-12
    Examples: the declared leeway
      | id     | when                            | outcome           | rule   |
      | S01-15 | that expired inside the leeway  | accepted          | JWT-11 |
      | S01-16 | that expired beyond the leeway  | answered with 401 | JWT-07 |
      | S01-17 | issued ahead inside the leeway  | accepted          | JWT-11 |
      | S01-18 | issued ahead beyond the leeway  | answered with 401 | JWT-12 |

  @service @AUTH-08
  Scenario Outline: <id> A token without the claim <claim> is refused
    Given all three methods accept a valid token about the customer
    When the same requests come with a token without <claim>
    Then each of them is answered with 401, as <rule> demands
    And none of the refusals carries a secret

    @S01-19 @S01-20 @S01-23 @JWT-13 @JWT-14
    Examples: claims left out
      | id     | claim | rule   |
      | S01-19 | obj   | JWT-13 |
      | S01-20 | sub   | JWT-13 |
      | S01-23 | exp   | JWT-14 |

  @S01-24 @service @AUTH-13 @AUTH-08
  Scenario: Logins are case-sensitive
    Given the bank holds secrets for its key keepers and for a customer
    And the customer's login has another case
    And DCM asks /user_auth about the customer's login
    And the answer is 200 with external_id and key
    When DCM asks /user_auth about the customer's login in another case
    Then it is answered with 401, as AUTH-13 demands
    And none of the refusals carries a secret
