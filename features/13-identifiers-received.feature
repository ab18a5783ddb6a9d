@step-13
Feature: Step 13. DCM confirms the amount and transfers it to the identification entity

  Who acts:          DCM Admin
  The bank provides: nothing
  Outcome:           the identifiers are received

  @S13-01 @scheme-dcm @mock @simulated @PLAN-13
  Scenario: The confirmed identifiers arrive
    Given the bank has requested identifiers
    When the officer of DCM confirms the request
    Then the request is confirmed with two payments and their hashes
    And the balance of the identification entity has grown by the amount
    And both hashes are transactions of the ledger with a signed envelope
    And the money invariant holds

  @S13-02 @mock @simulated @PLAN-13 @scheme-bank
  Scenario: Under JWT by Bank the identifiers arrive at once
    Given the bank has requested identifiers
    When an officer looks at the money invariant
    Then the request is confirmed with two payments and their hashes
    And both hashes are transactions of the ledger with a signed envelope
    And the money invariant holds
