@step-4
Feature: Step 4. DCM Admin asks DevOps to roll out the infrastructure

  Who acts:          DCM Admin
  The bank provides: nothing
  Outcome:           a task; nothing of it can be observed over HTTP

  @S04-01 @mock @simulated @PLAN-04
  Scenario: The task names the hosts of the counterparty
    When the DCM Admin asks DevOps for the infrastructure of the counterparty
    Then an open task names the hosts api-{alias}-integrate and backoffice-{alias}-integrate
