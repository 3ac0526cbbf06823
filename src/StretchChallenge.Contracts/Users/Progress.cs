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
    /// <summary>Why the streak is as it is; null once the challenge's single days are no longer stored.</summary>
    [Id(0)]
    public StreakReasons? Reasons { get; init; }

    /// <summary>The whole minutes of all routines done on its days.</summary>
    [Id(1)]
    public int Minutes { get; init; }

    /// <summary>The days that an organiser corrected (rule 22).</summary>
    [Id(2)]
    public ImmutableArray<CorrectedDay> Corrections { get; init; } = [];
}

/// <summary>Why a streak is as it is, and what can still be done.</summary>
/// <param name="LastRun">The last run that a missed day ended; null when none was ended.</param>
/// <param name="Frozen">The days that a freeze protected, in order (rule 4).</param>
/// <param name="DaysToNextFreeze">How many more done due days earn the next freeze; it is kept while fewer than 2 are held.</param>
/// <param name="Open">The days that can still be done or reported, in order.</param>
[GenerateSerializer, Immutable, Alias("StreakReasons")]
public sealed record StreakReasons(
    BrokenRun? LastRun, ImmutableArray<DateOnly> Frozen, int DaysToNextFreeze, ImmutableArray<DayStillOpen> Open);

/// <summary>A run of done due days that a missed day ended.</summary>
/// <param name="From">Its first done due day.</param>
/// <param name="MissedOn">The missed day that ended it, when no freeze was left.</param>
/// <param name="Length">How many due days were done in it.</param>
/// <param name="Frozen">The days in it that a freeze protected, in order.</param>
/// <param name="ReportableUntil">Until when (exclusive) the missed day could be done or reported (rule 5).</param>
/// <param name="ReportUsedFor">The day for which that week's self-report was used; null where it was not.</param>
[GenerateSerializer, Immutable, Alias("BrokenRun")]
public sealed record BrokenRun(
    DateOnly From, DateOnly MissedOn, int Length, ImmutableArray<DateOnly> Frozen, DateTimeOffset ReportableUntil, DateOnly? ReportUsedFor);

/// <summary>A due day that can still be done or, where it is past, reported.</summary>
/// <param name="Date">The date.</param>
/// <param name="Until">Until when (exclusive).</param>
/// <param name="ByReport">Whether it is past, so that a self-report is what counts.</param>
[GenerateSerializer, Immutable, Alias("DayStillOpen")]
public sealed record DayStillOpen(DateOnly Date, DateTimeOffset Until, bool ByReport);

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
