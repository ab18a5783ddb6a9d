@step-16
Feature: Step 16. The system operator makes transfers and the other checks

  Who acts:          Bank System operator
  The bank provides: a client that makes drafts and confirms them, an authorization service, and callbacks
  Outcome:           the checks are passed

  Background:
    Given both entities exist and the bank can log in

  @client
  Scenario Outline: Inside the counterparty: <from> to <to>
    Given a <from> entity with money and a <to> entity
    When the bank is asked to transfer money from the one to the other
    Then DCM sees one createPayment as ordered and one confirmPayment of it, without bank_guid
    And the transfer is CONFIRMED and the money has moved
    And its envelope is signed by the sender and carries the payment's guid

    @S16-01 @TRANSFER-01 @TRANSFER-02 @TRANSFER-03 @TRANSFER-04 @TRANSFER-12 @TRANSFER-14
    Examples:
      | from           | to         |
      | identification | processing |

    @S16-02 @TRANSFER-01 @TRANSFER-02 @TRANSFER-03 @TRANSFER-04 @TRANSFER-12 @TRANSFER-14
    Examples:
      | from       | to       |
      | processing | customer |

    @S16-03 @TRANSFER-01 @TRANSFER-02 @TRANSFER-03 @TRANSFER-04 @TRANSFER-12 @TRANSFER-14
    Examples:
      | from     | to       |
      | customer | customer |

    @S16-04 @TRANSFER-01 @TRANSFER-02 @TRANSFER-03 @TRANSFER-04 @TRANSFER-12 @TRANSFER-14
    Examples:
      | from     | to         |
      | customer | processing |

    @S16-05 @TRANSFER-01 @TRANSFER-02 @TRANSFER-03 @TRANSFER-04 @TRANSFER-12 @TRANSFER-14
    Examples:
      | from       | to             |
      | processing | identification |

  @client
  Scenario Outline: To another counterparty: <kind> to <kind>
    Given a <kind> entity with money and a <kind> entity of another counterparty
    When the bank is asked to transfer money from the one to the other
    Then DCM sees one createPayment as ordered and one confirmPayment of it, with the other bank's guid
    And the transfer is CONFIRMED and the money has moved
    And its envelope is signed by the sender and carries the payment's guid

    @S16-06 @TRANSFER-01 @TRANSFER-02 @TRANSFER-03 @TRANSFER-04 @TRANSFER-12 @TRANSFER-14
    Examples:
      | kind       |
      | processing |

    @S16-07 @TRANSFER-01 @TRANSFER-02 @TRANSFER-03 @TRANSFER-04 @TRANSFER-12 @TRANSFER-14
    Examples:
      | kind     |
      | customer |

  @S16-91 @client @hard @TRANSFER-01 @TRANSFER-02
  Scenario: Amounts that are easily miscalculated arrive exactly
    Given an identification entity with 30000000 hryvnias and a processing entity
    When the bank is asked to make drafts over 0.01, 0.29, 0.3, 4.35, 19.99 and 21474836.49
    Then DCM sees one createPayment for each amount, exactly as ordered

  @S16-92 @client @hard @TRANSFER-04
  Scenario: An amount beyond 32 bits is transferred exactly
    Given an identification entity with 30000000 hryvnias and a processing entity
    When the bank is asked to transfer exactly 21474836.49 from the one to the other
    Then the transfer is CONFIRMED and the money has moved

  @S16-93 @client @hard @TRANSFER-01 @TRANSFER-12
  Scenario: Purposes arrive to the letter
    Given a processing entity with money and a customer entity
    When the bank is asked to make drafts with long, quoted, Ukrainian and emoji purposes
    Then DCM sees one createPayment for each purpose, to the letter

  @S16-94 @client @TRANSFER-01 @TRANSFER-13
  Scenario: A draft carries the category that was ordered
    Given a processing entity with money and a customer entity
    When the bank is asked to make drafts of the first and of the last category
    Then DCM sees one createPayment for each category, as TRANSFER-13 demands

  @S16-08 @service @AUTH-02 @AUTH-03 @AUTH-04
  Scenario: DCM asks the bank about the sender before it posts a transfer
    Given a customer entity with money and a customer entity
    When the bank is asked to transfer money from the one to the other
    Then DCM asks /external_id with flow sign-in about the sender
    And DCM asks /key with flow sign-in about the sender
    And each answer of the bank came within 1 second

  @S16-09 @callbacks @service @CALLBACK-01
  Scenario: An internal transfer is announced to the bank
    Given a processing entity with money and a customer entity
    When the bank is asked to transfer money from the one to the other
    Then the bank answers the callback transfer with 200

  @S16-10 @callbacks @service @CALLBACK-01
  Scenario: An outgoing external transfer is announced to the sender's bank
    Given a customer entity with money and a customer entity of another counterparty
    When the bank is asked to transfer money from the one to the other
    Then the bank answers the callback pay-out with 200

  @service
  Scenario Outline: Money from another counterparty arrives at a <kind> entity
    Given a <kind> entity
    When another counterparty sends money to it
    Then the money has arrived
    And the bank answers the callback pay-in with 200

    @S16-11 @callbacks @CALLBACK-01
    Examples:
      | kind       |
      | processing |

    @S16-12 @callbacks @CALLBACK-01
    Examples:
      | kind     |
      | customer |

  @callbacks @client
  Scenario Outline: <id> The bank reads what a callback tells of: <kind>
    Given a processing entity with money and <receiver>
    When the bank is asked to transfer money from the one to the other
    Then the bank answers the callback <kind> with 200
    And the bank reads the transfer after the callback

    @S16-69 @S16-70 @CALLBACK-02
    Examples: transfers of its own
      | id     | kind     | receiver                                    |
      | S16-69 | transfer | an identification entity                    |
      | S16-70 | pay-out  | a processing entity of another counterparty     |

  @S16-71 @callbacks @client @CALLBACK-02
  Scenario: The bank reads what a callback tells of: money that arrives
    Given a processing entity
    When another counterparty sends money to it
    Then the money has arrived
    And the bank answers the callback pay-in with 200
    And the bank reads the transfer after the callback

  @S16-13 @client @TRANSFER-01 @TRANSFER-02 @TRANSFER-12
  Scenario: A draft moves nothing until it is confirmed
    Given a customer entity with money and a customer entity
    When the bank is asked to make a draft only
    Then DCM sees one createPayment as ordered and no confirmPayment
    And the transfer is CREATED and no money has moved
    When the bank is asked to confirm the draft
    Then the transfer is CONFIRMED and the money has moved

  @S16-14 @client @TRANSFER-05
  Scenario: A transfer is confirmed once
    Given a customer entity with money and a customer entity
    And the bank is asked to transfer money from the one to the other
    And the transfer is CONFIRMED and the money has moved
    When the bank is asked to confirm the same transfer again
    Then the bank reports a refusal, as TRANSFER-05 demands
    And the money has moved once

  @S16-15 @client @TRANSFER-05
  Scenario: A transfer beyond the balance is refused
    Given a customer entity with money and a customer entity
    And a transfer from the one to the other succeeds
    When the bank is asked to transfer more than the sender has
    Then the bank reports a refusal, as TRANSFER-05 demands
    And no money has moved

  @S16-16 @scheme-dcm @service @DECLINE-01 @AUTH-06
  Scenario: A bank that answers 401 while a transfer is confirmed stops it
    Given a customer entity with money and a customer entity
    And a permitted employee transfers money from the one to the other and succeeds
    When an employee whom the bank does not permit confirms such a transfer
    Then DCM declines it because the bank answered 401
    And the transfer is CREATED and no money has moved

  @S16-17 @scheme-dcm @client @EMISSION-01
  Scenario: Identifiers are deleted
    Given an identification entity with money
    And no request for identifiers is open
    When the bank is asked to delete identifiers
    Then DCM sees one burnIdentifiers with the amount and the asset
    When the officer of DCM confirms the request
    Then the balance of the identification entity has fallen by the amount

  @S16-18 @service @AUTH-02 @AUTH-03
  Scenario: DCM asks for the secret before identifiers are deleted
    Given an identification entity with money
    And no request for identifiers is open
    When the bank is asked to delete identifiers
    Then DCM asks /external_id with flow sign-in about the identification key keeper
    And DCM asks /key with flow sign-in about the identification key keeper

  @S16-19 @client @TRANSFER-09
  Scenario: The bank reads a transfer
    Given a processing entity with money and a customer entity
    And the bank is asked to make a draft only
    And the transfer is CREATED and no money has moved
    When the bank is asked to read the transfer
    Then DCM sees one getPayment of that transfer
    And what the bank tells of it, if anything, agrees with DCM

  @S16-20 @scheme-dcm @mock @ERROR-01
  Scenario: A payment without sender or receiver has the documented answer
    Given a customer entity with money and a customer entity
    When an employee makes drafts without sender_id and without receiver_id
    Then each is answered with 400 and "invalid UUID length: 0"

  @S16-21 @mock @ERROR-01
  Scenario: A request without credentials has the documented answer
    When somebody lists payments without credentials
    Then each is answered with 401 and "Access credentials are invalid"

  @S16-22 @mock @PLAN-13
  Scenario: The money invariant holds after all of this
    When an officer looks at the money invariant
    Then the money invariant holds

  @S16-23 @client @TRANSFER-05
  Scenario: A draft without a sender is refused
    Given a customer entity with money and a customer entity
    And a transfer from the one to the other succeeds
    When the bank is asked to make a draft without a sender
    Then the bank reports a refusal, as TRANSFER-05 demands

  @S16-24 @client @TRANSFER-05
  Scenario: An external transfer without the other bank's guid is refused
    Given a customer entity with money and a customer entity of another counterparty
    And a transfer from the one to the other succeeds
    When the bank is asked to transfer money without the other bank's guid
    Then the bank reports a refusal, as TRANSFER-05 demands
    And no money has moved

  @S16-25 @client @TRANSFER-05
  Scenario: A transfer to an unknown account is refused
    Given a customer entity with money and a customer entity
    And a transfer from the one to the other succeeds
    When the bank is asked to transfer money to an account that does not exist
    Then the bank reports a refusal, as TRANSFER-05 demands
    And no money has moved

  @S16-26 @client @TRANSFER-05
  Scenario: A customer whose secret has changed cannot send
    Given a customer entity with money and a customer entity
    And a transfer from the one to the other succeeds
    When DCM finds the sender's secret changed
    And the bank is asked to transfer money from the one to the other once more
    Then the bank reports a refusal, as TRANSFER-05 demands
    And no money has moved

  @S16-27 @client @LOGIN-04 @scheme-dcm
  Scenario: A dead session is followed by a new login
    Given a customer entity with money and a customer entity
    When DCM ends all sessions
    And the bank is asked to transfer money from the one to the other
    Then DCM sees a new login of the bank
    And the transfer is CONFIRMED and the money has moved

  @S16-28 @service @CALLBACK-01 @callbacks
  Scenario: A callback that was lost is answered when it comes again
    Given a processing entity with money and a customer entity
    And the next callback is lost on the way
    When the bank is asked to transfer money from the one to the other
    And the ledger clock moves on
    Then the bank answers the callback transfer with 200

  @S16-29 @service @CALLBACK-03 @callbacks
  Scenario: A callback that comes twice does no harm
    Given a transfer whose callback the bank has answered with 200
    When the same callback comes again
    Then it is answered with 200, as CALLBACK-03 demands

  @S16-30 @service @CALLBACK-04 @callbacks
  Scenario: A callback about an unknown transaction is no fault of the bank
    Given a transfer whose callback the bank has answered with 200
    When a callback about an unknown transaction comes
    Then it is answered without a server error, as CALLBACK-04 demands

  @S16-31 @client @BANKJWT-01 @BANKJWT-02 @BANKJWT-03 @BANKJWT-04 @scheme-bank
  Scenario: Under JWT by Bank the confirmation carries a token about the sender
    Given a customer entity with money and a customer entity
    When the bank is asked to transfer money from the one to the other
    Then the bank has confirmed with CX-Authorization and without Authorization
    And the bank's token fits: flow sign-in about the sender
    And the transfer is CONFIRMED and the money has moved

  @service
  Scenario Outline: The bank signs a transfer of its <kind> entity
    Given a <kind> entity with money and a <receiver> entity
    When the bank is asked to transfer money from the one to the other
    Then DCM has asked /sign and the bank signed the same transaction with the expected key
    And the bank has read the transfer before it signed
    And the envelope carries the signatures of bank, DCM and entity

    @S16-32 @SIGN-01 @SIGN-05 @SIGN-07 @multisignature
    Examples:
      | kind     | receiver |
      | customer | customer |

    @S16-33 @SIGN-01 @SIGN-05 @SIGN-07 @multisignature
    Examples:
      | kind       | receiver |
      | processing | customer |

    @S16-39 @SIGN-01 @SIGN-05 @SIGN-07 @multisignature
    Examples:
      | kind           | receiver   |
      | identification | processing |

  @S16-34 @service @SIGN-01 @SIGN-04 @multisignature
  Scenario: A transfer that the bank does not find at first is signed when asked again
    Given a customer entity with money and a customer entity
    And DCM hides the next transfer from one reading
    When the bank is asked to transfer money while the ledger clock moves on
    Then the bank answered /sign with 404, then with 200
    And the transfer is CONFIRMED and the money has moved

  @service
  Scenario Outline: A transfer stops when /sign is asked with <defect>
    Given a customer entity with money and a customer entity
    And a transfer from the one to the other succeeds
    When DCM asks /sign with <defect> in the next transfer
    Then the bank answered /sign with <status>, as <rule> demands
    And no money has moved

    @S16-35 @SIGN-02 @multisignature
    Examples:
      | defect               | status | rule    |
      | a malformed envelope | 400    | SIGN-02 |

    @S16-36 @SIGN-03 @multisignature
    Examples:
      | defect            | status | rule    |
      | a foreign address | 401    | SIGN-03 |

  @S16-37 @service @SIGN-06 @multisignature
  Scenario: The bank does not sign an envelope that differs from the transfer
    Given a customer entity with money and a customer entity
    And the bank is asked to make a draft only
    When DCM asks /sign about that draft with another amount
    Then it is answered with 4xx and no signature, as SIGN-06 demands

  @S16-38 @client @EMISSION-01 @scheme-bank
  Scenario: Under JWT by Bank identifiers are deleted at once
    Given an identification entity with money
    When the bank is asked to delete identifiers
    Then DCM sees one burnIdentifiers with the amount and the asset
    And the balance of the identification entity has fallen by the amount

  @S16-40 @client @limits @LIMIT-01
  Scenario: The bank sets the bounds of one transfer
    Given an entity with money of a customer kept for bounds and a customer entity
    When the bank is asked to limit a transfer of the sender to less than 20
    Then DCM sees one setCustomerPaymentLimit as ordered

  @S16-95 @client @limits @hard @LIMIT-01
  Scenario: A bound beyond 32 bits arrives exactly
    Given an entity with money of a customer kept for bounds and a customer entity
    When the bank is asked to limit a transfer of the sender to less than 21474836.49
    Then DCM sees one setCustomerPaymentLimit as ordered

  @S16-41 @client @limits @LIMIT-03
  Scenario: A transfer beyond the bounds is refused
    Given an entity with money of a customer kept for bounds and a customer entity
    And the bank is asked to limit a transfer of the sender to less than 20
    And the bank is asked to transfer money from the one to the other
    And the transfer is CONFIRMED and the money has moved
    When the bank is asked to transfer 25 from the one to the other
    Then DCM refuses it because of the limit
    And the bank reports a refusal, as LIMIT-03 demands
    And the money has moved once

  @S16-42 @client @limits @LIMIT-01 @LIMIT-03
  Scenario: Transfers of a day are added up
    Given an entity of a new customer with money and a customer entity
    And the bank is asked to limit the transfers of the sender in a day to less than 20
    And DCM sees one setCustomerAmountLimit as ordered
    And the bank is asked to transfer money from the one to the other
    And the transfer is CONFIRMED and the money has moved
    When the bank is asked to transfer 15 from the one to the other
    Then DCM refuses it because of the limit
    And the bank reports a refusal, as LIMIT-03 demands
    And the money has moved once

  @S16-43 @client @reconciliation @RECON-01
  Scenario: The bank confirms a reconciliation
    Given a customer entity with money and a customer entity of another counterparty
    And the bank is asked to transfer money from the one to the other
    And the transfer is CONFIRMED and the money has moved
    And the day ends and DCM has calculated what the two owe each other
    When the bank is asked to confirm the reconciliation
    Then DCM sees one updateRecon with status confirmed
    And the reconciliation is not open any more

  @S16-44 @client @branches @BRANCH-01 @scheme-dcm
  Scenario: A branch makes a transfer
    Given a branch with an entity with money and a customer entity
    When the bank is asked to transfer money from the one to the other in the name of the branch
    Then DCM sees one createBranchPayment and one confirmBranchPayment of that branch
    And the transfer is CONFIRMED and the money has moved

  @S16-45 @mock @scheme-dcm @WALK-01
  Scenario: How to add a user to a role, step by step
    When an employee reads the table of permissions and finds no fitting role
    And creates a role and gives it a permission of the kind endpoint
    And creates an employee with that role, and adds another one to it
    Then both are users of the role, and may do what it permits and nothing else

  @S16-46 @mock @scheme-dcm @WALK-02
  Scenario: How to add an employee to a branch, step by step
    When an employee makes a branch, and a role there with permissions of the kind branch
    And creates an employee in that branch and adds it to the role
    Then it sees and handles what belongs to the branch, and nothing else

  @S16-47 @mock @scheme-dcm @WALK-03
  Scenario: A reconciliation from its calculation to its payment
    Given a customer entity with money and a customer entity of another counterparty
    And an employee transfers 12.5 from the one to the other
    And the day ends and DCM has calculated what the two owe each other
    When an employee lists the recons with status calculated and confirms one
    And the officer of DCM notes its payment
    Then its figures are those of the transfers, and it is paid

  @S16-48 @mock @scheme-dcm @WALK-04
  Scenario: Setting limits and running into them
    Given an entity of a new customer with money and a customer entity
    When an employee sets standard limits for the segment and individual ones for the customer
    Then transfers of 9.9, 10, 100 and 100.1 are refused, served, served and refused
    And the transfers of a day are refused beyond the maximum of the day, and served a day later

  @service
  Scenario Outline: <id> The bank does not sign an envelope with another <what>
    Given a customer entity with money and a customer entity
    And the bank is asked to make a draft only
    When DCM asks /sign about that draft with another <what>
    Then it is answered with 4xx and no signature, as SIGN-06 demands

    @S16-59 @S16-62 @S16-63 @SIGN-06 @multisignature
    Examples: what may differ
      | id     | what     |
      | S16-59 | receiver |
      | S16-62 | asset    |
      | S16-63 | sender   |

  @S16-64 @service @SIGN-06 @multisignature
  Scenario: The bank does not sign an envelope that does more than the transfer
    Given a customer entity with money and a customer entity
    And the bank is asked to make a draft only
    When DCM asks /sign about that draft with a further operation
    Then it is answered with 4xx and no signature, as SIGN-06 demands

  @S16-65 @service @AUTH-04
  Scenario: Late answers are rare in the whole run
    When an officer looks at how long all answers took
    Then late answers are rare, as AUTH-04 demands

  @S16-68 @service @AUTH-08
  Scenario: No refusal of the whole run carries a secret
    Given the bank refuses a user whom it does not know
    When an officer looks through what the bank has refused
    Then none of its refusals carried a secret, as AUTH-08 demands

  @S16-66 @client @BANKJWT-05 @scheme-bank
  Scenario: The bank registers a further key
    When the bank is asked to register a further key
    Then DCM sees one registerJwk with that key and nothing private

  @S16-61 @client @TRANSFER-11
  Scenario: The answer to a confirmation is not the posting
    Given a processing entity with money and a customer entity
    And DCM answers a confirmation before it posts the transfer
    When the bank is asked to transfer money from the one to the other
    And DCM posts the transfer
    Then the bank reads the transfer after it is posted

  @S16-67 @client @BANKJWT-04 @scheme-bank
  Scenario: Under JWT by Bank every request carries the bank's own token
    Given a processing entity with money and a identification entity
    When the bank is asked to transfer money from the one to the other
    And the bank is asked to read the transfer
    And an officer looks through what the bank has sent
    Then each request under JWT by Bank carried the bank's own token and nothing else

  @client @hard
  Scenario Outline: <id> A transfer that may have been made: DCM <disturbance>
    Given a customer entity with money and a customer entity
    And a transfer from the one to the other succeeds
    And DCM <disturbance>
    When the bank is asked to transfer money while that happens
    Then its money has not moved twice, as ORDER-01 demands
    And the bank does not report success for money that has not moved, as ORDER-04 demands
    And it does not report a failure of money that has moved either, as ORDER-05 demands

    @S16-72 @S16-73 @S16-74 @S16-75 @ORDER-01 @ORDER-04 @ORDER-05
    Examples: what happens to the response
      | id     | disturbance                              |
      | S16-72 | loses the response to confirmPayment     |
      | S16-73 | loses the response to createPayment      |
      | S16-74 | posts the transfer and responds with 502 |
      | S16-75 | posts the transfer and responds late     |

  @client @hard
  Scenario Outline: <id> A transfer that was not made: DCM <disturbance>
    Given a customer entity with money and a customer entity
    And a transfer from the one to the other succeeds
    And DCM <disturbance>
    When the bank is asked to transfer money while that happens
    Then its money has not moved twice, as ORDER-01 demands
    And the bank does not report success for money that has not moved, as ORDER-04 demands

    @S16-76 @S16-77 @S16-78 @S16-79 @S16-80 @ORDER-01 @ORDER-04
    Examples: what happens to the request
      | id     | disturbance                                        |
      | S16-76 | responds to createPayment with 503                 |
      | S16-77 | responds to confirmPayment with 503                |
      | S16-78 | responds to createPayment with 429 and Retry-After |
      | S16-79 | closes the connection at createPayment             |
      | S16-80 | closes the connection at confirmPayment            |

  @S16-81 @client @hard @LOGIN-04 @TRANSFER-04 @scheme-dcm
  Scenario: A session that ends between draft and confirmation is followed by a new login
    Given a customer entity with money and a customer entity
    And the bank is asked to make a draft only
    And the transfer is CREATED and no money has moved
    When DCM ends all sessions
    And the bank is asked to confirm the draft
    Then DCM sees a new login of the bank
    And the transfer is CONFIRMED and the money has moved

  @S16-82 @client @hard @parallel @TRANSFER-01 @TRANSFER-02 @TRANSFER-04 @TRANSFER-12
  Scenario: Two transfers at the same time are two transfers
    Given two customer entities with money
    When the bank is asked for a transfer from each to the other at the same time
    Then each of the two is as ordered and CONFIRMED

  @S16-83 @client @hard @parallel @TRANSFER-04 @TRANSFER-05
  Scenario: A draft that is confirmed twice at the same time moves its money once
    Given a customer entity with money and a customer entity
    And the bank is asked to make a draft only
    And the transfer is CREATED and no money has moved
    When the bank is asked twice at the same time to confirm the draft
    Then its money has moved once
    And the bank reports every refusal of DCM, as TRANSFER-05 demands

  @S16-84 @service @hard @callbacks @CALLBACK-01
  Scenario: Callbacks may come in another order than the transfers
    Given a processing entity with money and a customer entity
    When the bank is asked for two transfers whose callbacks come in the opposite order
    Then the bank answers the callback transfer with 200

  @S16-88 @service @hard @callbacks @CALLBACK-01
  Scenario: A callback may come before the response to the confirmation
    Given a customer entity with money and a customer entity
    And DCM posts the transfer and responds after the callback
    When the bank is asked to transfer money from the one to the other
    Then the bank answers the callback transfer with 200
    And it came before the response to the confirmation

  @S16-89 @client @hard @TRANSFER-04
  Scenario: A draft from before a restart can be confirmed after it
    Given a customer entity with money and a customer entity
    And the bank is asked to make a draft only
    And the bank is restarted
    When the bank is asked to confirm the draft
    Then the transfer is CONFIRMED and the money has moved

  @S16-90 @service @hard @parallel @multisignature @SIGN-01
  Scenario: Two envelopes at the same time are signed each for itself
    Given two customer entities with money
    When the bank is asked for a transfer from each to the other at the same time
    Then the bank has signed the envelope of each

  @S16-85 @service @hard @KEY-02 @KEY-06
  Scenario: Later in the run, every user has the secret and external id that it had at first
    When DCM asks /user_auth again about the users of the run
    Then each of them has the secret and the external id that it had at first

  @S16-86 @client @hard @ORDER-01 @ORDER-03
  Scenario: In the whole run, exactly what was ordered has moved
    When DCM has waited for late requests of the bank
    And an officer compares all transfers of the bank with its orders
    Then each order moved its money once, as ORDER-01 demands
    And no other money has moved, as ORDER-03 demands

  @S16-87 @client @hard @ORDER-02
  Scenario: In the whole run, each order for identifiers became one request
    When an officer compares all transfers of the bank with its orders
    Then each order for identifiers became one request, as ORDER-02 demands

  @S16-60 @client @TRANSFER-10
  Scenario: No draft is confirmed more often than ordered
    When an officer looks through what the bank has sent
    Then no draft was confirmed more often than ordered

  @client
  Scenario Outline: <demand>
    When an officer looks through what the bank has sent
    Then DCM has noticed nothing that is against <rule>

    @S16-49 @REQUEST-01
    Examples:
      | demand                                 | rule       |
      | Requests carry documented members only | REQUEST-01 |

    @S16-50 @REQUEST-02
    Examples:
      | demand                                               | rule       |
      | Paths, methods and encodings are the documented ones | REQUEST-02 |

    @S16-51 @EMISSION-03
    Examples:
      | demand                          | rule        |
      | The reserve balance is declared | EMISSION-03 |

    @S16-52 @CUSTOMER-04
    Examples:
      | demand                             | rule        |
      | Customers have well-formed members | CUSTOMER-04 |

    @S16-53 @TRANSFER-06
    Examples:
      | demand                              | rule        |
      | Transfers follow the advised routes | TRANSFER-06 |

    @S16-54 @TRANSFER-07
    Examples:
      | demand                    | rule        |
      | A target balance is right | TRANSFER-07 |

    @S16-55 @LIMIT-02 @limits
    Examples:
      | demand                           | rule     |
      | Limits have members of their own | LIMIT-02 |

    @S16-56 @TRANSFER-08
    Examples:
      | demand                     | rule        |
      | Amounts are whole kopiykas | TRANSFER-08 |

    @S16-57 @REQUEST-03
    Examples:
      | demand                                  | rule       |
      | Authorization carries one session token | REQUEST-03 |

    @S16-58 @REQUEST-04
    Examples:
      | demand                  | rule       |
      | External ids are unique | REQUEST-04 |
