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
    ImmutableArray<PersonalLogEntry> Log)
{
    /// <summary>Where they are signed in, by time.</summary>
    public ImmutableArray<SignedInDevice> Devices { get; init; } = [];

    /// <summary>Their passkeys, by time.</summary>
    public ImmutableArray<OwnPasskey> Passkeys { get; init; } = [];

    /// <summary>The challenges to which their e-mail address was invited, by time.</summary>
    public ImmutableArray<ReceivedInvitation> Invitations { get; init; } = [];

    /// <summary>Whether they want nudges from their team; null where they were not asked yet.</summary>
    public bool? AcceptsNudges { get; init; }

    /// <summary>The nudges of the last days that they sent or got, by time.</summary>
    public ImmutableArray<PersonalNudge> Nudges { get; init; } = [];

    /// <summary>The reactions to milestones that they gave or got, by date.</summary>
    public ImmutableArray<PersonalReaction> Reactions { get; init; } = [];
}

/// <summary>A browser in which the person is signed in.</summary>
public sealed record SignedInDevice
{
    /// <summary>Since when.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last used.</summary>
    public DateTimeOffset LastUsedAt { get; init; }

    /// <summary>What it says it is; null where unknown.</summary>
    public string? Browser { get; init; }
}

/// <summary>A passkey of the person.</summary>
public sealed record OwnPasskey
{
    /// <summary>What they call it.</summary>
    public string Name { get; init; } = "";

    /// <summary>When it was added.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When they last signed in by it; null where never.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }
}

/// <summary>An invitation to the person's e-mail address.</summary>
public sealed record ReceivedInvitation
{
    /// <summary>The challenge.</summary>
    public string ChallengeId { get; init; } = "";

    /// <summary>The name that the organiser gave; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset InvitedAt { get; init; }
}

/// <summary>A nudge that the person sent or got. Who the other one was is left out.</summary>
public sealed record PersonalNudge
{
    /// <summary>When it was sent.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>Which kind.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Whether the person sent it.</summary>
    public bool ByMe { get; init; }
}

/// <summary>A reaction to a milestone, given or got. Who the other one was is left out.</summary>
public sealed record PersonalReaction
{
    /// <summary>The day of the milestone.</summary>
    public DateOnly LocalDate { get; init; }

    /// <summary>The milestone.</summary>
    public string Milestone { get; init; } = "";

    /// <summary>The reaction.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Whether the person gave it.</summary>
    public bool ByMe { get; init; }
}

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

        SELECT created_at, last_used_at, browser FROM sign_ins WHERE user_id = @user ORDER BY created_at;

        SELECT name, created_at, last_used_at FROM passkeys WHERE user_id = @user ORDER BY created_at;

        SELECT challenge_id, name, invited_at FROM invited_people
        WHERE email_key = (SELECT normalized_email FROM accounts WHERE id = @user) ORDER BY invited_at;

        SELECT accepts FROM nudge_choices WHERE user_id = @user;

        SELECT sent_at, kind, sender_id = @user AS by_me FROM nudges WHERE receiver_id = @user OR sender_id = @user ORDER BY sent_at;

        SELECT local_date, milestone, kind, user_id = @user AS by_me
        FROM moment_reactions WHERE person_id = @user OR user_id = @user ORDER BY local_date;
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
                [.. await rows.ReadAsync<PersonalLogEntry>()])
            {
                Devices = [.. await rows.ReadAsync<SignedInDevice>()],
                Passkeys = [.. await rows.ReadAsync<OwnPasskey>()],
                Invitations = [.. await rows.ReadAsync<ReceivedInvitation>()],
                AcceptsNudges = (await rows.ReadAsync<bool?>()).SingleOrDefault(),
                Nudges = [.. await rows.ReadAsync<PersonalNudge>()],
                Reactions = [.. await rows.ReadAsync<PersonalReaction>()],
            };
        },
        cancellationToken);
}
