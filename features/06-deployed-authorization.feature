@step-6
Feature: Step 6. The bank deploys the authorization with DCM's public key

  Who acts:          Bank IT Team
  The bank provides: the deployed service, and a way for the bank officer to create secrets
  Outcome:           the bank officer has access to secrets

  @S06-01 @service @AUTH-01 @AUTH-02 @AUTH-03 @AUTH-04 @AUTH-11
  Scenario: The deployed service answers from outside
    Given the bank holds secrets for its key keepers and for a customer
    When DCM asks all three methods about the customer
    Then all three answer 200 with their obligatory members
    And each answer is declared as JSON
    And each answer came within 1 second

  @S06-02 @service @KEY-05 @KEY-03
  Scenario: A secret that the bank officer creates is served, and not before
    Given a login for which the bank holds no secret
    And DCM asks /user_auth about that login and is refused
    When the bank officer creates the secret
    And DCM asks /user_auth about that login
    Then the answer is 200 with external_id and key
    And /key gives the same secret

  @S06-03 @service @AUTH-05 @KEY-05
  Scenario: Creating one secret does not let others in
    Given a login for which the bank holds no secret
    And the bank officer creates the secret
    And DCM asks /user_auth about that login
    And the answer is 200 with external_id and key
    When DCM asks /user_auth about a new login for which the bank holds no secret
    Then it is answered with 401, as AUTH-05 demands

  @S06-04 @service @SIGN-02 @multisignature
  Scenario: /sign refuses a malformed envelope
    When DCM asks /sign with a malformed envelope
    Then it is answered with 400, as SIGN-02 demands

  @S06-05 @service @SIGN-03 @multisignature
  Scenario: /sign refuses addresses that are none of the bank's
    When DCM asks /sign with a foreign address about a transfer that was never made
    Then it is answered with 401 or 404, as SIGN-03 and SIGN-04 demand

  @S06-06 @service @SIGN-04 @multisignature
  Scenario: /sign does not sign a transfer that DCM does not have
    When DCM asks /sign about a transfer that was never made
    Then it is answered with 404, as SIGN-04 demands

  @S06-07 @service @hard @KEY-02 @KEY-06
  Scenario: After a restart the bank still has its users and their secrets
    Given DCM has asked /user_auth about a customer
    When the bank is restarted
    And DCM asks /user_auth about the same customer
    Then each of them has the secret and the external id that it had at first
