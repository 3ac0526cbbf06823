using System.Collections.Immutable;

namespace StretchChallenge.Contracts.Users;

/// <summary>A person's progress in one challenge (rule 23).</summary>
/// <param name="ChallengeId">The challenge.</param>
/// <param name="Streak">The current streak, in days (rule 8).</param>
/// <param name="Best">The longest streak so far, in days (rule 8).</param>
/// <param name="Freezes">The freezes in reserve (rule 4).</param>
/// <param name="Together">How many live breaks of its days the person took part in; it affects no rank (rule 12).</param>
/// <param name="Ring">The due days so far, and how many of them are done.</param>
/// <param name="Weeks">The eight weeks, the first one first.</param>
/// <param name="JoinedOn">The day on which the person joined; the days before it are off-days.</param>
[GenerateSerializer, Immutable, Alias("Progress")]
public sealed record Progress(
    string ChallengeId,
    int Streak,
    int Best,
    int Freezes,
    int Together,
    ProgressRing Ring,
    ImmutableArray<ProgressWeek> Weeks,
    DateOnly JoinedOn)
{
    /// <summary>The whole minutes of all routines done on its days.</summary>
    [Id(20)]
    public int Minutes { get; init; }

    /// <summary>The days that an organiser corrected (rule 22).</summary>
    [Id(21)]
    public ImmutableArray<CorrectedDay> Corrections { get; init; } = [];
}

/// <summary>A day of the person that an organiser of the challenge corrected, and why.</summary>
[GenerateSerializer, Immutable, Alias("CorrectedDay")]
public sealed record CorrectedDay(DateOnly Date, bool Done, string Reason);

/// <summary>Due days up to today, and how many of them are done.</summary>
[GenerateSerializer, Immutable, Alias("ProgressRing")]
public sealed record ProgressRing(int Due, int Done);

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
