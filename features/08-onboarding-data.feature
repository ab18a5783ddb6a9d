@step-8
Feature: Step 8. The bank officer hands over the onboarding data

  Who acts:          Bank officer
  The bank provides: the URLs of the authorization endpoints, the bank's alias, the e-mail of the first employee
  Outcome:           the data are with the DCM Admin

  @S08-01 @service @PLAN-08
  Scenario: The URLs handed over answer from DCM's side
    When DCM calls each URL handed over without a token
    Then each URL answers over HTTP

  @S08-02 @service @PLAN-08
  Scenario: The alias fits a host name and the e-mail is one
    When the DCM Admin looks at the onboarding data
    Then the alias fits the host name api-{alias}-integrate
    And the e-mail of the first employee is an e-mail address

  @S08-03 @service @BANKJWT-06
  Scenario: The bank's public keys are written to the letter
    When the DCM Admin looks at the public keys that the bank has handed over
    Then each of them is a JWK to the letter
