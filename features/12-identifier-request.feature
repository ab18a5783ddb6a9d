@step-12
Feature: Step 12. The system operator requests the creation of identifiers

  Who acts:          Bank System operator
  The bank provides: a client that calls issueIdentifiers, and an authorization service that permits it
  Outcome:           the request is with DCM

  Background:
    Given both entities exist and the bank can log in
    And no request for identifiers is open

  @S12-01 @scheme-dcm @client @EMISSION-01
  Scenario: The request arrives at DCM with amount and asset
    When the bank is asked to request identifiers
    Then DCM sees one issueIdentifiers with the amount and the asset
    And the request is listed once with that amount and status created

  @S12-02 @service @AUTH-03 @AUTH-04
  Scenario: DCM asks the bank before it takes the request
    When the bank is asked to request identifiers
    Then DCM asks /external_id with flow sign-in about the identification key keeper
    And each answer of the bank came within 1 second

  @S12-03 @scheme-dcm @client @EMISSION-02
  Scenario: A second request is refused while the first is open
    Given the bank is asked to request identifiers
    And DCM sees one issueIdentifiers with the amount and the asset
    When the bank is asked to request identifiers once more
    Then the bank reports a refusal, as EMISSION-02 demands
    And only the first request is listed as created

  @S12-04 @scheme-dcm @service @DECLINE-01
  Scenario: A request in the name of a subject who may not act is declined by the bank
    Given the bank is asked to request identifiers
    And the request is listed once with that amount and status created
    And the officer of DCM cancels the request
    When an employee whom the bank does not permit requests identifiers
    Then DCM declines it because the bank answered 401
    And no further request is listed

  @S12-05 @client @EMISSION-02 @scheme-dcm
  Scenario: More than the reserve allows is refused
    Given the bank is asked to request identifiers
    And DCM sees one issueIdentifiers with the amount and the asset
    And the officer of DCM cancels the request
    When the bank is asked to request more identifiers than its reserve
    Then the bank reports a refusal, as EMISSION-02 demands

  @S12-06 @client @EMISSION-02 @scheme-dcm
  Scenario: A deletion is refused while a creation is open
    Given the bank is asked to request identifiers
    And DCM sees one issueIdentifiers with the amount and the asset
    When the bank is asked to delete identifiers
    Then the bank reports a refusal, as EMISSION-02 demands

  @S12-07 @client @BANKJWT-01 @BANKJWT-02 @BANKJWT-03 @BANKJWT-04 @BANKJWT-07 @JWT-06 @scheme-bank
  Scenario: Under JWT by Bank the request carries the bank's own token
    When the bank is asked to request identifiers
    Then the bank has sent CX-Authorization and no Authorization
    And the bank's token fits: flow sign-in about the identification key keeper
    And the bank's token lives at most 1200 seconds
    And DCM sees one issueIdentifiers with the amount and the asset

  @S12-09 @service @JWT-02 @AUTH-08 @scheme-bank
  Scenario: A token that another key signed under the bank's own kid is refused
    Given the bank holds secrets for its key keepers and for a customer
    And all three methods accept a valid token about the customer
    When the same requests come with a token that another key signed under the bank's own kid
    Then each of them is answered with 401, as JWT-02 demands
    And none of the refusals carries a secret

  @S12-08 @client @EMISSION-01 @scheme-bank
  Scenario: Under JWT by Bank the identifiers are created at once
    When the bank is asked to request identifiers
    Then DCM sees one issueIdentifiers with the amount and the asset
    And the request is listed once with that amount and status confirmed

  @client @hard
  Scenario Outline: <id> A request for identifiers that meets trouble: DCM <disturbance>
    Given the bank is asked to request identifiers
    And DCM sees one issueIdentifiers with the amount and the asset
    And no request for identifiers is open
    And DCM <disturbance>
    When the bank is asked to request identifiers while that happens
    Then the bank has requested them once, as ORDER-02 demands
    And the bank does not report success for a request that DCM has not taken, as ORDER-04 demands

    @S12-10 @S12-11 @S12-12 @ORDER-02 @ORDER-04
    Examples: what happens to it
      | id     | disturbance                                             |
      | S12-10 | loses the response to issueIdentifiers                  |
      | S12-11 | takes the request for identifiers and responds with 502 |
      | S12-12 | responds to issueIdentifiers with 503                   |

  @S12-13 @client @hard @EMISSION-01
  Scenario: Amounts of identifiers that are easily miscalculated arrive exactly
    When the bank is asked to request identifiers of 0.29, 19.99 and 21474836.49
    Then DCM sees one issueIdentifiers for each amount, exactly as ordered
