
namespace StretchChallenge.Contracts.Teams;

/// <summary>How many of the members due today are done; due is null for teams of fewer than 5 (rule 21).</summary>
[GenerateSerializer, Immutable, Alias("TeamToday")]
public sealed record TeamToday(int Done, int? Due)
{
    /// <summary>The fewest current members with which the number due is shown.</summary>
    public const int FewestForDue = 5;
}
