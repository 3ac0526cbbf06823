using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Accounts;

/// <summary>What became of a registration.</summary>
/// <param name="Creation">What the store said.</param>
/// <param name="Account">The new account, where there is one.</param>
internal sealed record RegistrationOutcome(AccountCreation Creation, AccountRecord? Account);
