@step-10
Feature: Step 10. DCM creates the identification and processing entities

  Who acts:          DCM Admin
  The bank provides: the key keepers' secrets, when DCM asks for them
  Outcome:           both entities are created

  Background:
    Given the bank officer has registered the key keepers' secrets
    And the bank's URLs are with DCM

  @S10-01 @service @PLAN-10
  Scenario: Both entities are created
    When the DCM Admin creates both entities
    Then the counterparty has an identification and a processing entity, each with a Stellar address

  @S10-02 @service @PLAN-10 @AUTH-02 @AUTH-04
  Scenario: The bank was asked for the secret of each key keeper and answered in time
    When the DCM Admin creates both entities
    Then DCM has asked /key with flow sign-up-emission about the identification key keeper
    And DCM has asked /key with flow sign-up-processing about the processing key keeper
    And each answer of the bank came within 1 second
