@step-1
Feature: Step 1. The bank implements the authorization that authenticates DCM's requests

  Who acts:          Bank IT Team
  The bank provides: GET /user_auth, GET /key and GET /external_id, which check the token in X-Session-ID
  Outcome:           the authorization is ready for deployment

  Background:
    Given the bank holds secrets for its key keepers and for a customer

  @S01-01 @service @AUTH-01 @AUTH-04 @AUTH-07 @AUTH-09 @AUTH-15
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

  @S01-36 @service @JWT-11
  Scenario: A token that is about to expire is accepted
    When DCM asks /key about a key keeper with a token that is about to expire
    Then the answer is 200, as JWT-11 demands

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

  @service @AUTH-08
  Scenario Outline: <id> Forged tokens are refused: <forgery>
    Given all three methods accept a valid token about the customer
    When the methods are asked with tokens that have <forgery>
    Then each of them is answered with 401, as <rule> demands
    And none of the refusals carries a secret

    @S01-25 @S01-26 @JWT-05
    Examples: the algorithm
      | id     | forgery                          | rule   |
      | S01-25 | alg none in another spelling     | JWT-05 |
      | S01-26 | another algorithm than the key's | JWT-05 |

    @S01-27 @S01-28 @JWT-02 @JWT-04
    Examples: the signature
      | id     | forgery                       | rule   |
      | S01-27 | no real signature             | JWT-02 |
      | S01-28 | a signature of another length | JWT-04 |

    @S01-29 @S01-30 @JWT-02 @JWT-03
    Examples: the key
      | id     | forgery                           | rule   |
      | S01-29 | a key that the token brings along | JWT-02 |
      | S01-30 | a kid that is an attack           | JWT-03 |

    @S01-31 @S01-32 @S01-33 @JWT-07 @JWT-16 @JWT-17
    Examples: the header and the claims
      | id     | forgery                             | rule   |
      | S01-31 | a critical member that nobody knows | JWT-16 |
      | S01-32 | a past time in disguise             | JWT-07 |
      | S01-33 | claims of another type              | JWT-17 |

    @S01-34 @S01-35 @JWT-08 @JWT-18
    Examples: how it is written
      | id     | forgery          | rule   |
      | S01-34 | another form     | JWT-08 |
      | S01-35 | another encoding | JWT-18 |

  @S01-24 @service @AUTH-13 @AUTH-08
  Scenario: Logins are case-sensitive
    Given the bank holds secrets for its key keepers and for a customer
    And the customer's login has another case
    And DCM asks /user_auth about the customer's login
    And the answer is 200 with external_id and key
    When DCM asks /user_auth about the customer's login in another case
    Then it is answered with 401, as AUTH-13 demands
    And none of the refusals carries a secret

  @service @AUTH-08
  Scenario Outline: <id> Who is nearly the same is somebody else: <likeness>
    Given all three methods accept a valid token about the customer
    When DCM asks /user_auth about logins and /key about external ids that are <likeness>
    Then none of them is the customer, but refused with 401, as <rule> demands
    And none of the refusals carries a secret

    @S01-39 @S01-40 @S01-41 @AUTH-05 @AUTH-14
    Examples: logins and external ids
      | id     | likeness                                      | rule    |
      | S01-39 | a part of a known one, or more                | AUTH-05 |
      | S01-40 | a known one with something before or after it | AUTH-14 |
      | S01-41 | a known one in other letters                  | AUTH-14 |

  @S01-37 @service @JWT-19
  Scenario: A valid token is accepted whatever its age
    Given all three methods accept a valid token about the customer
    When the methods are asked with valid tokens of every age
    Then each of them is accepted, as JWT-19 demands

  @S01-38 @service @JWT-07 @AUTH-08
  Scenario: A token that was accepted is refused once it has expired
    Given a token was accepted when it was about to expire
    And another token that expires with it is refused
    When DCM asks with the accepted token again
    Then it is answered with 401, as JWT-07 demands
    And none of the refusals carries a secret
