@step-15
Feature: Step 15. The system operator creates customers with accounts

  Who acts:          Bank System operator
  The bank provides: a client that calls createCustomer, and the customers' secrets
  Outcome:           the customers are created

  Background:
    Given both entities exist and the bank can log in

  @S15-01 @client @CUSTOMER-01 @CUSTOMER-05 @CUSTOMER-07
  Scenario: A customer is created with an account
    Given the bank holds a secret for a new customer
    When the bank is asked to create the customer
    Then DCM sees one createCustomer with the login and the asset, and it succeeds
    And the names, the phone number and the IBAN are those ordered
    And the customer's entity is listed with a Stellar address and no balance

  @S15-02 @service @AUTH-01 @AUTH-04
  Scenario: DCM asks /user_auth about the customer's login
    Given the bank holds a secret for a new customer
    When the bank is asked to create the customer
    Then DCM asks /user_auth with flow sign-up about the customer's login
    And each answer of the bank came within 1 second

  @S15-03 @scheme-dcm @service @DECLINE-01 @AUTH-05
  Scenario: A customer without a secret is declined and leaves nothing behind
    Given a customer whom an employee has created
    When an employee creates a customer for whom the bank holds no secret
    Then DCM declines it because the bank answered 401
    And no customer with that login exists

  @S15-04 @client @CUSTOMER-03
  Scenario: A login that exists already is refused
    Given a customer whom the bank has created
    When the bank is asked to create the same customer again
    Then the bank reports a refusal, as CUSTOMER-03 demands
    And the customer exists once

  @S15-05 @client @BANKJWT-01 @BANKJWT-02 @BANKJWT-03 @BANKJWT-04 @scheme-bank
  Scenario: Under JWT by Bank the token is about the customer's login
    Given the bank holds a secret for a new customer
    When the bank is asked to create the customer
    Then the bank has sent CX-Authorization and no Authorization
    And the bank's token fits: flow sign-up about the customer's login
    And DCM sees one createCustomer with the login and the asset, and it succeeds

  @S15-06 @client @CUSTOMER-01
  Scenario: Two customers are two customers
    Given a customer whom the bank has created
    When the bank is asked to create another customer
    Then DCM sees one createCustomer with the login and the asset, and it succeeds
    And the new customer has an entity, and nobody else gets one

  @S15-07 @client @CUSTOMER-02 @DECLINE-02
  Scenario: A customer without a secret is declined, and the bank leaves it at that
    Given a customer whom the bank has created
    When the bank is asked to create a customer for whom it holds no secret
    Then the bank does not take it for success, as CUSTOMER-02 demands
    And DCM sees no repetition of what was declined

  @S15-08 @scheme-dcm @service @AUTH-02 @AUTH-03
  Scenario: DCM asks the bank before it opens a further account of a customer
    Given a customer whom an employee has created
    When an employee opens a further account of that customer
    Then DCM asks /external_id with flow sign-up about the customer
    And DCM asks /key with flow sign-up about the customer

  @S15-09 @client @hard @CUSTOMER-01 @CUSTOMER-05
  Scenario: Names and logins arrive to the letter
    Given the bank holds a secret for a new customer whose names and login have unusual letters
    When the bank is asked to create the customer
    Then DCM sees one createCustomer with the login and the asset, and it succeeds
    And the names, the phone number and the IBAN are those ordered

  @S15-10 @service @CUSTOMER-06
  Scenario: What the bank says of a customer is not about another one
    Given two customers whom the bank has created
    When DCM asks /user_auth about one and about the other
    Then what the bank says of each is not about the other, as CUSTOMER-06 demands
