@step-2
Feature: Step 2. DCM sends the public key that checks the signature of its tokens

  Who acts:          DCM DevOps
  The bank provides: a place in its configuration for the key, or a reader of DCM's JWKS
  Outcome:           the Bank IT Team holds the public key

  @S02-01 @mock @simulated @PLAN-02
  Scenario: The key handed over is the one that DCM publishes
    When the Bank IT Team compares the key handed over with DCM's JWKS
    Then the JWKS has an entry with the same kid and the same material

  @S02-02 @service @JWT-09
  Scenario: A token signed by DCM's key is accepted
    Given the bank holds secrets for its key keepers and for a customer
    When DCM asks /key about a key keeper with a token signed by the key handed over
    Then the token is accepted

  @S02-03 @service @JWT-02 @JWT-09 @AUTH-08
  Scenario: A known kid is not enough
    Given the bank holds secrets for its key keepers and for a customer
    And DCM asks /key about a key keeper with a token signed by the key handed over
    And the token is accepted
    When the same request comes with another key under the same kid
    Then it is answered with 401, as JWT-02 demands
    And none of the refusals carries a secret

  @service @AUTH-08
  Scenario Outline: <id> DCM's key under a kid that DCM does not publish: <defect>
    Given DCM's kid allows <defect>
    And the bank holds secrets for its key keepers and for a customer
    And DCM asks /key about a key keeper with a token signed by the key handed over
    And the token is accepted
    When the same request comes with a token that is <defect>
    Then it is answered with 401, as <rule> demands
    And none of the refusals carries a secret

    @S02-07 @S02-08 @S02-09 @JWT-03
    Examples: a kid that is nearly DCM's
      | id     | defect            | rule   |
      | S02-07 | kid-cut-short     | JWT-03 |
      | S02-08 | kid-goes-on       | JWT-03 |
      | S02-09 | kid-in-other-case | JWT-03 |

    @S02-10 @S02-11 @JWT-15
    Examples: no kid
      | id     | defect      | rule   |
      | S02-10 | kid-empty   | JWT-15 |
      | S02-11 | kid-missing | JWT-15 |

  @S02-04 @service @JWT-10 @rotation
  Scenario: A new key of DCM is picked up from the JWKS
    Given the bank holds secrets for its key keepers and for a customer
    And DCM asks /key about a key keeper with a token signed by the key handed over
    And the token is accepted
    When DCM rotates its key
    Then a token signed by the new key is accepted within the bank's cooldown

  @S02-05 @service @JWT-09 @JWT-10 @rotation
  Scenario: The former key holds as long as DCM publishes it
    Given the bank holds secrets for its key keepers and for a customer
    And DCM asks /key about a key keeper with a token signed by the key handed over
    And the token is accepted
    And DCM has rotated its key
    And a token signed by the new key is accepted within the bank's cooldown
    When DCM asks /key about a key keeper with a token signed by the former key
    Then the token is accepted

  @S02-06 @service @JWT-03 @JWT-09 @JWT-10 @AUTH-08 @rotation
  Scenario: A key that DCM has withdrawn is trusted no longer
    Given the bank holds secrets for its key keepers and for a customer
    And DCM asks /key about a key keeper with a token signed by the key handed over
    And the token is accepted
    When DCM rotates its key and withdraws the former one
    Then a token signed by the new key is accepted within the bank's cooldown
    And a token signed by the former key is answered with 401 within the bank's cooldown, as JWT-03 demands
    And none of the refusals carries a secret

  @service @hard @rotation
  Scenario Outline: <id> While DCM's keys cannot be fetched, nothing is accepted unverified: the JWKS <outage>
    Given the bank holds secrets for its key keepers and for a customer
    And DCM asks /key about a key keeper with a token signed by the key handed over
    And the token is accepted
    And DCM's JWKS <outage>
    When DCM rotates its key
    Then a token signed by the new key is not accepted unverified, as JWT-21 demands
    And a token signed by the former key is still accepted, as JWT-20 demands
    When the outage ends
    Then a token signed by the new key is accepted within the bank's cooldown

    @S02-12 @S02-13 @JWT-20 @JWT-21
    Examples: out of reach
      | id     | outage            |
      | S02-12 | responds with 503 |
      | S02-13 | does not respond  |

  @S02-14 @service @hard @rotation @JWT-10 @JWT-21
  Scenario: While DCM publishes no keys, nothing is accepted unverified
    Given the bank holds secrets for its key keepers and for a customer
    And DCM asks /key about a key keeper with a token signed by the key handed over
    And the token is accepted
    And DCM's JWKS has no keys
    When DCM rotates its key
    Then a token signed by the new key is not accepted unverified, as JWT-21 demands
    When the outage ends
    Then a token signed by the new key is accepted within the bank's cooldown
