@step-5
Feature: Step 5. DCM deploys the frontend application and the authentication module

  Who acts:          DCM DevOps
  The bank provides: systems that reach DCM's API host
  Outcome:           the hosts are reachable

  @S05-01 @mock @simulated @PLAN-05
  Scenario: The API host answers
    When DCM DevOps deploys the infrastructure of the counterparty
    Then the API host answers with the JWKS and with a login flow

  @S05-02 @client @JWT-10
  Scenario: The bank's systems reach DCM and fetch the JWKS
    Given DCM's hosts are deployed
    When the bank is asked to reach DCM
    Then DCM sees a request for the JWKS
