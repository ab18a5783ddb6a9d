@step-14
Feature: Step 14. The bank officer creates the customers' secrets

  Who acts:          Bank officer
  The bank provides: a secret and an external id for each customer, before the customer exists at DCM
  Outcome:           the secrets are ready

  @S14-01 @service @AUTH-01 @AUTH-07 @KEY-03
  Scenario: Each planned customer has an external id and one secret
    When the bank officer creates secrets for two customers
    Then /user_auth answers 200 with external_id and key for each of them
    And each external_id is a string of 1 to 500 characters
    And /key gives the same secret as /user_auth for each of them

  @S14-02 @service @KEY-04 @KEY-06
  Scenario: Secrets and external ids are each customer's own, and stay
    When the bank officer creates secrets for two customers
    And DCM asks /user_auth about each of them three times
    Then the secrets of the two customers differ
    And each of them keeps the same secret and external id

  @S14-03 @service @AUTH-05
  Scenario: A customer without a secret is refused
    Given the bank officer creates secrets for two customers
    And /user_auth answers 200 with external_id and key for each of them
    When DCM asks /user_auth about a new login for which the bank holds no secret
    Then it is answered with 401, as AUTH-05 demands

  @S14-04 @service @AUTH-10
  Scenario: Questions about two customers at the same time are not mixed up
    Given the bank officer creates secrets for two customers
    And /user_auth answers 200 with external_id and key for each of them
    When DCM asks /user_auth about both of them at the same time
    Then each answer is about the customer whom the token names

  @S14-05 @service @hard @AUTH-10
  Scenario: Many questions about two customers at the same time are not mixed up
    Given the bank officer creates secrets for two customers
    When DCM asks /key and /external_id about both of them at the same time, twice each
    Then each answer that came is that of the user whom the token names
