@step-9
Feature: Step 9. DCM stores the bank's URLs and creates the first employee

  Who acts:          DCM Admin
  The bank provides: nothing more than step 8
  Outcome:           the employee is created

  @S09-01 @mock @simulated @PLAN-09
  Scenario: The URLs of step 8 are stored
    When the DCM Admin updates the counterparty with the bank's URLs
    Then the counterparty has the three URLs as handed over

  @S09-02 @mock @simulated @PLAN-09
  Scenario: The first employee is created and invited
    When the DCM Admin creates the first employee
    Then an invitation mail is sent to the employee
