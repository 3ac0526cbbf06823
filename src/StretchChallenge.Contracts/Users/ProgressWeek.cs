using System.Collections.Immutable;

namespace StretchChallenge.Contracts.Users;

/// <summary>One of the eight weeks: its block, its hold time, and its days counted by state up to today (rule 23).</summary>
[GenerateSerializer, Immutable, Alias("ProgressWeek")]
public sealed record ProgressWeek(
    int Week,
    DateOnly From,
    int Block,
    int HoldSeconds,
    int Due,
    int Done,
    int Frozen,
    int Pending,
    int Missed,
    int Off,
    ImmutableArray<Day> Days);
