using System.Collections.Immutable;

namespace StretchChallenge.Contracts.Users;

/// <summary>
/// All of a person's credited days, announced after each commit. It is the whole set, not a change: taking it
/// twice does nothing, and a later one makes up for one that was lost.
/// </summary>
[GenerateSerializer, Immutable, Alias("PersonDays")]
public sealed record PersonDays(string UserId, ImmutableArray<DateOnly> Done, ImmutableArray<DateOnly> SelfReported);
