using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.PersonalData;

/// <summary>What is stored about a person besides their account, days and challenges, for their own export.</summary>
public interface IPersonalDataStore
{
    /// <summary>Returns it as of one moment; empty when there is no such account.</summary>
    Task<PersonalRecords> LoadAsync(UserId user, CancellationToken cancellationToken = default);
}

/// <summary>A person's records.</summary>
/// <param name="Routines">Every routine that they completed, by time.</param>
/// <param name="Breaks">Every live break that they hosted or joined, by time.</param>
/// <param name="Presences">When they were present in these.</param>
/// <param name="CalendarFeedSince">When the address of their calendar feed was made; null where there is none.</param>
/// <param name="Log">What they did as organiser or administrator, and what was done to them, by time.</param>
public sealed record PersonalRecords(
    ImmutableArray<CompletedRoutine> Routines,
    ImmutableArray<AttendedBreak> Breaks,
    ImmutableArray<AttendedTime> Presences,
    DateTimeOffset? CalendarFeedSince,
    ImmutableArray<PersonalLogEntry> Log);

/// <summary>A routine that the person completed.</summary>
public sealed record CompletedRoutine
{
    /// <summary>The date of record.</summary>
    public DateOnly LocalDate { get; init; }

    /// <summary>The routine's id.</summary>
    public string RoutineId { get; init; } = "";

    /// <summary>The variant chosen; null where none was.</summary>
    public string? Variant { get; init; }

    /// <summary>The planned seconds.</summary>
    public int Seconds { get; init; }

    /// <summary>The live break in which it was done; null for one done alone.</summary>
    public string? SessionId { get; init; }

    /// <summary>When it was completed.</summary>
    public DateTimeOffset CompletedAt { get; init; }
}

/// <summary>A live break that the person hosted or joined.</summary>
public sealed record AttendedBreak
{
    /// <summary>Its id.</summary>
    public string SessionId { get; init; } = "";

    /// <summary>The challenge it was for.</summary>
    public string ChallengeId { get; init; } = "";

    /// <summary>The routine.</summary>
    public string RoutineId { get; init; } = "";

    /// <summary>When its lobby opened.</summary>
    public DateTimeOffset OpensAt { get; init; }

    /// <summary>Whether the person was its last host.</summary>
    public bool Hosted { get; init; }

    /// <summary>The name they were shown by; null where they never joined.</summary>
    public string? Name { get; init; }

    /// <summary>When they joined; null where they never did.</summary>
    public DateTimeOffset? JoinedAt { get; init; }
}

/// <summary>A time in which the person was present in a live break.</summary>
public sealed record AttendedTime
{
    /// <summary>The break.</summary>
    public string SessionId { get; init; } = "";

    /// <summary>From when.</summary>
    public DateTimeOffset FromAt { get; init; }

    /// <summary>Until when; null while it lasts.</summary>
    public DateTimeOffset? ToAt { get; init; }
}

/// <summary>An entry of an audit log that the person did or that was done to them. Who else was part of it is left out.</summary>
public sealed record PersonalLogEntry
{
    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The challenge; null for the site.</summary>
    public string? ChallengeId { get; init; }

    /// <summary>What was done, as a code.</summary>
    public string Action { get; init; } = "";

    /// <summary>Whether the person did it.</summary>
    public bool ByMe { get; init; }

    /// <summary>Whether it was done to the person.</summary>
    public bool AboutMe { get; init; }
}

/// <inheritdoc />
internal sealed class PersonalDataStore(LedgerDatabase database) : IPersonalDataStore
{
    private const string Queries = """
        SELECT local_date, routine_id, variant, seconds, session_id, completed_at
        FROM completions WHERE user_id = @user ORDER BY completed_at;

        SELECT s.id AS session_id, s.challenge_id, s.routine_id, s.opens_at, COALESCE(s.host_id = @user, FALSE) AS hosted, p.name, p.joined_at
        FROM sessions s LEFT JOIN session_participants p ON p.session_id = s.id AND p.user_id = @user
        WHERE s.id IN (
            SELECT id FROM sessions WHERE host_id = @user
            UNION SELECT session_id FROM session_participants WHERE user_id = @user)
        ORDER BY s.opens_at;

        SELECT q.session_id, q.from_at, q.to_at
        FROM session_participants p
        JOIN session_presences q ON q.session_id = p.session_id AND q.participant_id = p.id
        WHERE p.user_id = @user ORDER BY q.from_at;

        SELECT created_at FROM calendar_feeds WHERE user_id = @user;

        SELECT id, at, challenge_id, action, COALESCE(actor_id = @user, FALSE) AS by_me, COALESCE(subject_id = @user, FALSE) AS about_me
        FROM audit_entries WHERE actor_id = @user OR subject_id = @user ORDER BY id;
        """;

    /// <inheritdoc />
    public Task<PersonalRecords> LoadAsync(UserId user, CancellationToken cancellationToken = default) => database.ReadSnapshotAsync(
        async session =>
        {
            await using var rows = await session.QueryMultipleAsync(Queries, new { user });
            return new PersonalRecords(
                [.. await rows.ReadAsync<CompletedRoutine>()],
                [.. await rows.ReadAsync<AttendedBreak>()],
                [.. await rows.ReadAsync<AttendedTime>()],
                (await rows.ReadAsync<DateTimeOffset?>()).SingleOrDefault(),
                [.. await rows.ReadAsync<PersonalLogEntry>()]);
        },
        cancellationToken);
}
