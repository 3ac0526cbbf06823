namespace StretchChallenge.Storage.Users;

/// <summary>A person's time off, both ends included (rule 6).</summary>
/// <param name="Id">Unique for the person.</param>
/// <param name="From">The first day off.</param>
/// <param name="To">The last day off.</param>
/// <param name="EnteredOn">The person's date on which it was entered, from which back-dating is counted.</param>
public sealed record TimeOffRecord(string Id, DateOnly From, DateOnly To, DateOnly EnteredOn);
