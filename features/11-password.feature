@step-11
Feature: Step 11. The bank officer sets the first employee's password

  Who acts:          Bank officer
  The bank provides: a client that logs in with e-mail and password
  Outcome:           an employee is logged in

  Background:
    Given the first employee is invited

  @S11-01 @scheme-dcm @client @LOGIN-01 @LOGIN-02
  Scenario: The bank's client logs in and reads
    Given the bank officer has set the password with the code from the mail
    When the bank is asked to log in
    Then DCM sees a login flow and a form-encoded submission that succeeds
    And a request follows that carries the session token as bearer and succeeds

  @S11-02 @scheme-dcm @client @LOGIN-03
  Scenario: A wrong password is noticed
    Given the bank officer has set the password with the code from the mail
    And the bank is asked to log in
    And the bank reports success
    When the bank is asked to log in with a wrong password
    Then DCM refuses the login
    And the bank reports the failure and sends nothing under a session
