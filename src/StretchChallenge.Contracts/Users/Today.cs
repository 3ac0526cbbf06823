using System.Collections.Immutable;
using StretchChallenge.Contracts.Teams;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Contracts.Users;

/// <summary>A person's day.</summary>
/// <param name="Date">The local date.</param>
/// <param name="Zone">The IANA zone in which it is that date.</param>
/// <param name="Done">Whether the date has its credit (rule 1).</param>
/// <param name="Week">The week of the programme that the day's routine is from, 1 to 8.</param>
/// <param name="LineUp">The line-up of the day's routine.</param>
/// <param name="Challenges">The day in each challenge the person is in.</param>
[GenerateSerializer, Immutable, Alias("Today")]
public sealed record Today(DateOnly Date, string Zone, bool Done, int Week, LineUp LineUp, ImmutableArray<TodayInChallenge> Challenges);

/// <summary>A person's day in one challenge.</summary>
/// <param name="ChallengeId">The challenge.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">Its state (rule 22).</param>
/// <param name="Week">The week of the date, 1 to 8; null outside the challenge.</param>
/// <param name="Today">Whether today is done, pending, or an off-day (rule 7).</param>
/// <param name="Streak">The streak in due days.</param>
/// <param name="Best">The longest streak so far.</param>
/// <param name="Freezes">The freezes held, 0 to 2 (rule 4).</param>
/// <param name="SafeUntil">The first instant at which, if nothing more is done, the streak breaks or a freeze is spent.</param>
/// <param name="Reportable">The day that can be reported now (rule 5).</param>
/// <param name="Days">The last 14 days, oldest first.</param>
/// <param name="Team">The person's team, where they have one.</param>
/// <param name="JoinedOn">The day on which the person joined; the days before it are off-days.</param>
/// <param name="TimeZone">The challenge's IANA zone.</param>
[GenerateSerializer, Immutable, Alias("TodayInChallenge")]
public sealed record TodayInChallenge(
    string ChallengeId,
    string Name,
    ChallengeState State,
    int? Week,
    TodayState Today,
    int Streak,
    int Best,
    int Freezes,
    DateTimeOffset? SafeUntil,
    DateOnly? Reportable,
    ImmutableArray<Day> Days,
    TodayInTeam? Team,
    DateOnly JoinedOn,
    string TimeZone);

/// <summary>The person's team today, with what everybody may see of it (rule 21).</summary>
[GenerateSerializer, Immutable, Alias("TodayInTeam")]
public sealed record TodayInTeam(string Id, string Name, int Streak, TeamToday Today);

/// <summary>One day of a person in a challenge.</summary>
[GenerateSerializer, Immutable, Alias("Day")]
public sealed record Day(DateOnly Date, DayState State);
