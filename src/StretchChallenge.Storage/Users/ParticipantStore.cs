using System.Collections.Immutable;
using Dapper;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Results;

namespace StretchChallenge.Storage.Users;

/// <summary>
/// The people of one challenge, for boards and teams that are read whole. The database makes a row of sets of each person's days,
/// so that a million people are read within seconds. Each read sees one moment, in one round trip.
/// </summary>
public interface IParticipantStore
{
    /// <summary>Returns how many people ever joined the challenge.</summary>
    Task<int> CountAsync(ChallengeId challenge, CancellationToken cancellationToken = default);

    /// <summary>Reads everybody who ever joined the challenge, one after the other, in no certain order.</summary>
    Task ReadEverybodyAsync(ChallengeRecord challenge, Action<EnrolledPerson> read, CancellationToken cancellationToken = default);

    /// <summary>Returns everybody who was ever a member of the team, which is one of the challenge, in ordinal order of their ids.</summary>
    Task<ImmutableArray<EnrolledPerson>> LoadMembersAsync(
        ChallengeRecord challenge, TeamId team, CancellationToken cancellationToken = default);
}

/// <inheritdoc />
internal sealed class ParticipantStore(LedgerDatabase database) : IParticipantStore
{
    private const int RowsInTurn = 1_000;
    private const string Everybody = "SELECT user_id FROM enrolments WHERE challenge_id = @Challenge";
    private const string Members = "SELECT user_id FROM memberships WHERE team_id = @Team";

    /// <inheritdoc />
    public Task<int> CountAsync(ChallengeId challenge, CancellationToken cancellationToken = default) => database.ReadAsync(
        session => session.FindAsync<int>("SELECT COUNT(*) FROM enrolments WHERE challenge_id = @challenge", new { challenge }),
        cancellationToken);

    /// <inheritdoc />
    public Task ReadEverybodyAsync(ChallengeRecord challenge, Action<EnrolledPerson> read, CancellationToken cancellationToken = default) =>
        ReadAsync(QueriesFor(Everybody, "", challenge), challenge, new TeamId(""), read, cancellationToken);

    /// <inheritdoc />
    public async Task<ImmutableArray<EnrolledPerson>> LoadMembersAsync(
        ChallengeRecord challenge, TeamId team, CancellationToken cancellationToken = default)
    {
        var members = ImmutableArray.CreateBuilder<EnrolledPerson>();
        var queries = QueriesFor(Members, $"AND enrolments.user_id IN ({Members})", challenge);
        await ReadAsync(queries, challenge, team, members.Add, cancellationToken);
        members.Sort((one, other) => string.CompareOrdinal(one.Id.Value, other.Id.Value));
        return members.DrainToImmutable();
    }

    private async Task ReadAsync(
        string queries, ChallengeRecord challenge, TeamId team, Action<EnrolledPerson> read, CancellationToken cancellationToken)
    {
        var first = challenge.FirstNumberedDay;
        var parameters = new
        {
            Challenge = challenge.Id,
            Team = team,
            First = first,
            Last = first.AddDays(DaySet.Capacity - 1),
            challenge.CancelledAt,
        };
        await database.ReadSnapshotAsync(
            async session =>
            {
                await using var rows = await session.QueryMultipleAsync(queries, parameters);
                var lists = await ParticipantLists.ReadAsync(rows);
                var count = 0;
                await foreach (var person in rows.ReadUnbufferedAsync<ParticipantRow>())
                {
                    read(lists.RecordOf(person, challenge.Id));
                    if (++count % RowsInTurn == 0)
                    {
                        // SQLite never waits by itself: lets a grain's other calls pass in between.
                        await Task.Yield();
                    }
                }

                return true;
            },
            cancellationToken);
    }

    // What few people have is read before the people: then these need not be kept. Almost everybody has one team interval.
    private string QueriesFor(string people, string only, ChallengeRecord challenge) => $"""
        SELECT user_id, effective_at, zone_id, neutralises FROM zone_changes WHERE user_id IN ({people}) ORDER BY user_id, position;

        SELECT user_id, from_date, work_days FROM work_patterns WHERE user_id IN ({people}) ORDER BY user_id, position;

        SELECT user_id, id, from_date, to_date, entered_on FROM time_off WHERE user_id IN ({people}) ORDER BY user_id, from_date, id;

        SELECT user_id, challenge_id, from_date, to_date FROM absences
        WHERE challenge_id = @Challenge AND user_id IN ({people}) ORDER BY user_id, position;

        SELECT user_id, challenge_id, team_id, from_date, to_date FROM memberships
        WHERE challenge_id = @Challenge AND user_id IN ({people}) AND position > 0 ORDER BY user_id, position;

        SELECT user_id, challenge_id, local_date, done, reason, corrected_at FROM corrections
        WHERE challenge_id = @Challenge AND user_id IN ({people}) ORDER BY user_id, local_date;

        SELECT challenge_id, user_id, streak, best, freezes, due, done, leave_days, started_on, minutes, together
        FROM person_results WHERE challenge_id = @Challenge AND user_id IN ({people});

        SELECT days.user_id, display_name, show_name, zone_id, role, joined_on, done, self_reported, team_id, from_date, to_date
        FROM (
            SELECT enrolments.user_id, role, joined_on, {Bits} AS done, {Bits} FILTER (WHERE kind = 'SelfReported') AS self_reported
            FROM enrolments LEFT JOIN credits
                ON credits.user_id = enrolments.user_id AND local_date BETWEEN @First AND @Last
                {(challenge.CancelledAt is null ? "" : "AND recorded_at <= @CancelledAt")}
            WHERE challenge_id = @Challenge {only}
            GROUP BY challenge_id, enrolments.user_id
        ) AS days
        JOIN accounts ON accounts.id = days.user_id
        LEFT JOIN memberships ON memberships.challenge_id = @Challenge AND memberships.user_id = days.user_id AND memberships.position = 0
        """;

    private string Bits => database.SetOfDays("local_date", "@First");
}

/// <summary>What few people of a challenge have.</summary>
internal sealed class ParticipantLists
{
    private ILookup<UserId, ZoneChange> _zoneChanges = null!;
    private ILookup<UserId, WorkPatternChange> _workPatterns = null!;
    private ILookup<UserId, TimeOffRecord> _timeOff = null!;
    private ILookup<UserId, DateRange> _absences = null!;
    private ILookup<UserId, MembershipRecord> _laterMemberships = null!;
    private ILookup<UserId, DayCorrection> _corrections = null!;
    private Dictionary<UserId, PersonResult> _results = null!;

    /// <summary>Reads the results of the queries before that of the people.</summary>
    public static async Task<ParticipantLists> ReadAsync(SqlMapper.GridReader rows) => new()
    {
        _zoneChanges = (await rows.ReadAsync<ZoneChangeRow>()).ToLookup(row => row.UserId, row => row.ToValue()),
        _workPatterns = (await rows.ReadAsync<WorkPatternRow>()).ToLookup(row => row.UserId, row => row.ToValue()),
        _timeOff = (await rows.ReadAsync<TimeOffRow>()).ToLookup(row => row.UserId, row => row.ToRecord()),
        _absences = (await rows.ReadAsync<AbsenceRow>()).ToLookup(row => row.UserId, row => row.ToRange()),
        _laterMemberships = (await rows.ReadAsync<MembershipRow>()).ToLookup(row => row.UserId, row => row.ToRecord()),
        _corrections = (await rows.ReadAsync<CorrectionRow>()).ToLookup(row => row.UserId, row => new DayCorrection(row.LocalDate, row.Done)),
        _results = (await rows.ReadAsync<PersonResult>()).ToDictionary(result => result.UserId),
    };

    /// <summary>The record of a person.</summary>
    public EnrolledPerson RecordOf(ParticipantRow person, ChallengeId challenge)
    {
        var id = new UserId(person.UserId);
        return new EnrolledPerson
        {
            Id = id,
            DisplayName = person.DisplayName,
            ShowName = person.ShowName,
            ZoneId = person.ZoneId,
            Role = person.Role,
            JoinedOn = person.JoinedOn,
            Credited = new CreditedDays(new DaySet((ulong)person.Done), new DaySet((ulong)person.SelfReported)),
            Absences = Of(_absences, id),
            Memberships = person.TeamId is { } team
                ? [new MembershipRecord(new TeamId(team), challenge, id, person.FromDate, person.ToDate), .. Of(_laterMemberships, id)]
                : [],
            ZoneChanges = Of(_zoneChanges, id),
            WorkPatterns = Of(_workPatterns, id),
            TimeOff = Of(_timeOff, id),
            Corrections = Of(_corrections, id),
            Result = _results.GetValueOrDefault(id),
        };
    }

    private static ImmutableArray<T> Of<T>(ILookup<UserId, T> lists, UserId id) => lists.Contains(id) ? [.. lists[id]] : [];
}

/// <summary>A row of the people: ids as text, because a million of them go through no handler.</summary>
internal sealed class ParticipantRow
{
    public string UserId { get; init; } = "";

    public string DisplayName { get; init; } = "";

    public bool ShowName { get; init; }

    public string ZoneId { get; init; } = "";

    public ChallengeRole Role { get; init; }

    public DateOnly JoinedOn { get; init; }

    public long Done { get; init; }

    public long SelfReported { get; init; }

    public string? TeamId { get; init; }

    public DateOnly FromDate { get; init; }

    public DateOnly? ToDate { get; init; }
}
