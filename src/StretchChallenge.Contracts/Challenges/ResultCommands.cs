namespace StretchChallenge.Contracts.Challenges;

/// <summary>A correction of somebody's day by an organiser, in one challenge (rule 22).</summary>
/// <param name="OrganiserId">Who corrects.</param>
/// <param name="UserId">Whose day it is.</param>
/// <param name="Date">The date of record.</param>
/// <param name="Done">Whether the day counts as done.</param>
/// <param name="Reason">Why; the person sees it.</param>
[GenerateSerializer, Immutable, Alias("CorrectDay")]
public sealed record CorrectDay(string OrganiserId, string UserId, DateOnly Date, bool Done, string Reason);

/// <summary>Takes back a correction, so that the day is again as the person's own ledger says.</summary>
/// <param name="OrganiserId">Who takes it back.</param>
/// <param name="UserId">Whose day it is.</param>
/// <param name="Date">The date of record.</param>
[GenerateSerializer, Immutable, Alias("WithdrawCorrection")]
public sealed record WithdrawCorrection(string OrganiserId, string UserId, DateOnly Date);

/// <summary>The next season of a challenge: a new one with its settings and teams, and without its people.</summary>
/// <param name="OrganiserId">Who makes it: an organiser of the earlier one, who is organiser and participant of the new one.</param>
/// <param name="Follows">The earlier challenge.</param>
/// <param name="Name">The new one's name.</param>
/// <param name="StartsOn">The first of its 56 days.</param>
[GenerateSerializer, Immutable, Alias("CopyChallenge")]
public sealed record CopyChallenge(string OrganiserId, string Follows, string Name, DateOnly StartsOn);
