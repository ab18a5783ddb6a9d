@step-3
Feature: Step 3. DCM registers the counterparty

  Who acts:          DCM Admin
  The bank provides: its name and alias
  Outcome:           the counterparty is visible in the Processing Center, with asset_code UAH

  @S03-01 @mock @simulated @PLAN-03
  Scenario: The counterparty is registered with its asset
    When the DCM Admin registers the counterparty with the asset code of the network
    Then the counterparty is listed once, with a guid, the asset code and the asset's issuer
