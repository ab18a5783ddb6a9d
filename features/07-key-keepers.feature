@step-7
Feature: Step 7. The bank officer registers the key keepers' secrets

  Who acts:          Bank officer
  The bank provides: secrets for two users, the key keepers of the identification and processing entities
  Outcome:           GET /key returns the secrets of 2 users

  Background:
    Given the bank officer has registered the key keepers' secrets

  @S07-01 @service @KEY-01 @AUTH-02
  Scenario: /key returns a secret for each key keeper, and they differ
    When DCM asks /key about both key keepers
    Then both answer 200 with key
    And the two secrets are different and not empty

  @S07-02 @service @KEY-02 @AUTH-02
  Scenario: The secrets stay the same
    When DCM asks /key about both key keepers
    And DCM asks /key about both key keepers again
    Then both answer 200 with key
    And each key keeper has the same secret as before

  @S07-03 @service @AUTH-05 @AUTH-08
  Scenario: A key keeper whom nobody registered is refused
    Given DCM asks /key about both key keepers
    And both answer 200 with key
    When DCM asks /key about a user whom the bank does not know
    Then it is answered with 401, as AUTH-05 demands
    And none of the refusals carries a secret

  @S07-04 @service @AUTH-03
  Scenario: The key keepers are known by their external ids
    When DCM asks /external_id about both key keepers
    Then both answer 200 with their own external_id

  @S07-05 @service @AUTH-06 @AUTH-08
  Scenario: The secret of a key keeper is not given to a subject who may not act
    Given DCM asks /key about both key keepers
    And both answer 200 with key
    When DCM asks /key about a key keeper for a subject who may not act
    Then it is answered with 401, as AUTH-06 demands
    And none of the refusals carries a secret
