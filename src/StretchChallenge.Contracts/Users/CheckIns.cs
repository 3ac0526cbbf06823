using System.Collections.Immutable;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Contracts.Users;

/// <summary>A finished guided run (rule 11), as read from the run token that the server issued.</summary>
/// <param name="CommandId">Chosen by the client; a repeat gets the first answer again.</param>
/// <param name="Fingerprint">A hash of the request, which tells a repeat from another request with the same id.</param>
/// <param name="RunId">The run; it can be completed once.</param>
/// <param name="RoutineId">The routine done.</param>
/// <param name="Variant">The variant done; null when none was chosen.</param>
/// <param name="StartedAt">When the server started the run.</param>
/// <param name="PlannedSeconds">The routine's planned time, without getting ready.</param>
/// <param name="SkippedSeconds">The part of it for the steps skipped.</param>
[GenerateSerializer, Immutable, Alias("GuidedCheckIn")]
public sealed record GuidedCheckIn(
    string CommandId,
    string Fingerprint,
    string RunId,
    string RoutineId,
    string? Variant,
    DateTimeOffset StartedAt,
    int PlannedSeconds,
    int SkippedSeconds)
{
    /// <summary>The live break whose missed steps the run consisted of (rule 25); null for a routine.</summary>
    [Id(0)]
    public CaughtUpSession? CatchUp { get; init; }
}

/// <summary>A live break whose missed steps a person did alone (rule 25).</summary>
/// <param name="SessionId">The session.</param>
/// <param name="StartedAt">When it started: its local date is the date of record.</param>
/// <param name="Presence">The person's presence in it, measured from their joining.</param>
[GenerateSerializer, Immutable, Alias("CaughtUpSession")]
public sealed record CaughtUpSession(string SessionId, DateTimeOffset StartedAt, LivePresence Presence);

/// <summary>When a person was present while a live break ran (rule 12).</summary>
/// <param name="Spans">The running time that counts as present, in order, without overlaps.</param>
/// <param name="RanMs">The running time of which 80 % must be present, in milliseconds.</param>
[GenerateSerializer, Immutable, Alias("LivePresence")]
public sealed record LivePresence(ImmutableArray<PresenceSpan> Spans, long RanMs);

/// <summary>A time of presence in Unix milliseconds; the end is exclusive.</summary>
[GenerateSerializer, Immutable, Alias("PresenceSpan")]
public sealed record PresenceSpan(long FromMs, long ToMs);

/// <summary>A live break that somebody took part in (rule 12), from the attendance that the session recorded.</summary>
/// <param name="SessionId">The session; it is credited once, however often this is sent.</param>
/// <param name="RoutineId">The routine done.</param>
/// <param name="StartedAt">When the session started: its local date is the date of record.</param>
/// <param name="Presence">The person's presence in it.</param>
[GenerateSerializer, Immutable, Alias("LiveCheckIn")]
public sealed record LiveCheckIn(string SessionId, string RoutineId, DateTimeOffset StartedAt, LivePresence Presence);

/// <summary>A report of the last missed due day (rule 5).</summary>
/// <param name="CommandId">Chosen by the client; a repeat gets the first answer again.</param>
/// <param name="Fingerprint">A hash of the request, which tells a repeat from another request with the same id.</param>
/// <param name="Date">The day reported.</param>
[GenerateSerializer, Immutable, Alias("SelfReport")]
public sealed record SelfReport(string CommandId, string Fingerprint, DateOnly Date);

/// <summary>What a check-in did; it is committed when the caller receives this.</summary>
/// <param name="Date">The date of record.</param>
/// <param name="Credited">False where that date had its credit already: the routine added minutes only (rule 1).</param>
/// <param name="Kind">How the day of record was done by this command.</param>
/// <param name="Streaks">The person's streak afterwards in each challenge they are in.</param>
[GenerateSerializer, Immutable, Alias("CheckInAnswer")]
public sealed record CheckInAnswer(DateOnly Date, bool Credited, CreditKind Kind, ImmutableArray<ChallengeStreak> Streaks);

/// <summary>A person's streak in one challenge, in due days (rules 2 and 8), and the freezes held (rule 4).</summary>
[GenerateSerializer, Immutable, Alias("ChallengeStreak")]
public sealed record ChallengeStreak(string ChallengeId, int Streak, int Best, int Freezes);

/// <summary>All of a person's credited days, as boards are told of them after a commit: the whole set, not a change.</summary>
[GenerateSerializer, Immutable, Alias("PersonDays")]
public sealed record PersonDays(string UserId, ImmutableArray<DateOnly> Done, ImmutableArray<DateOnly> SelfReported);
