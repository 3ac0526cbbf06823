using System.Collections.Immutable;
using Dapper;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Results;

namespace StretchChallenge.Storage.Users;

/// <summary>Loads people: the queries, and the mapping of their rows to <see cref="PersonRecord" />.</summary>
internal static class PeopleMapping
{
    /// <summary>The person with this id.</summary>
    public const string OnePerson = "@id";

    /// <summary>Everybody ever enrolled in the challenge with this id.</summary>
    public const string Participants = "SELECT user_id FROM enrolments WHERE challenge_id = @id";

    /// <summary>One query per list of a person, in the order in which <see cref="ReadAsync" /> reads them.</summary>
    public static string QueriesFor(string people) => $"""
        SELECT id, display_name, show_name, zone_id FROM accounts WHERE id IN ({people});

        SELECT user_id, effective_at, zone_id, neutralises FROM zone_changes WHERE user_id IN ({people}) ORDER BY user_id, position;

        SELECT user_id, from_date, work_days FROM work_patterns WHERE user_id IN ({people}) ORDER BY user_id, position;

        SELECT user_id, id, from_date, to_date, entered_on FROM time_off WHERE user_id IN ({people}) ORDER BY user_id, from_date, id;

        SELECT user_id, local_date, kind, recorded_at FROM credits WHERE user_id IN ({people}) ORDER BY user_id, local_date;

        SELECT user_id, challenge_id, role, joined_on FROM enrolments WHERE user_id IN ({people}) ORDER BY user_id, joined_on, challenge_id;

        SELECT user_id, challenge_id, from_date, to_date FROM absences WHERE user_id IN ({people}) ORDER BY user_id, challenge_id, position;

        SELECT user_id, challenge_id, team_id, from_date, to_date FROM memberships
        WHERE user_id IN ({people}) ORDER BY user_id, challenge_id, position;

        SELECT challenge_id, user_id, streak, best, freezes, due, done, leave_days, started_on, minutes, together
        FROM person_results WHERE user_id IN ({people}) ORDER BY user_id, challenge_id;

        SELECT user_id, challenge_id, local_date, done, reason, corrected_at FROM corrections
        WHERE user_id IN ({people}) ORDER BY user_id, local_date, challenge_id;
        """;

    /// <summary>Reads the results of all queries.</summary>
    public static async Task<ImmutableArray<PersonRecord>> ReadAsync(SqlMapper.GridReader rows)
    {
        var people = await rows.ReadAsync<PersonRow>();
        var zoneChanges = (await rows.ReadAsync<ZoneChangeRow>()).ToLookup(row => row.UserId, row => row.ToValue());
        var workPatterns = (await rows.ReadAsync<WorkPatternRow>()).ToLookup(row => row.UserId, row => row.ToValue());
        var timeOff = (await rows.ReadAsync<TimeOffRow>()).ToLookup(row => row.UserId, row => row.ToRecord());
        var credits = (await rows.ReadAsync<CreditRow>()).ToLookup(row => row.UserId, row => row.ToRecord());
        var enrolments = await rows.ReadAsync<EnrolmentRow>();
        var enrolled = EnrolmentRow.ToRecords(enrolments, await rows.ReadAsync<AbsenceRow>()).ToLookup(record => record.UserId);
        var memberships = (await rows.ReadAsync<MembershipRow>()).ToLookup(row => row.UserId, row => row.ToRecord());
        var results = (await rows.ReadAsync<PersonResult>()).ToLookup(result => result.UserId);
        var corrections = (await rows.ReadAsync<CorrectionRow>()).ToLookup(row => row.UserId, row => row.ToRecord());

        return [.. people
            .OrderBy(person => person.Id.Value, StringComparer.Ordinal)
            .Select(person => new PersonRecord(
                person.Id,
                person.DisplayName,
                person.ShowName,
                person.ZoneId,
                [.. zoneChanges[person.Id]],
                [.. workPatterns[person.Id]],
                [.. timeOff[person.Id]],
                [.. credits[person.Id]],
                [.. enrolled[person.Id]],
                [.. memberships[person.Id]])
            {
                Results = [.. results[person.Id]],
                Corrections = [.. corrections[person.Id]],
            })];
    }
}

/// <summary>The columns of <c>accounts</c> that a person needs.</summary>
internal sealed class PersonRow
{
    public UserId Id { get; init; }

    public string DisplayName { get; init; } = "";

    public bool ShowName { get; init; }

    public string ZoneId { get; init; } = "";
}

/// <summary>A row of <c>zone_changes</c>.</summary>
internal sealed class ZoneChangeRow
{
    public UserId UserId { get; init; }

    public DateTimeOffset EffectiveAt { get; init; }

    public string ZoneId { get; init; } = "";

    public bool Neutralises { get; init; }

    public ZoneChange ToValue() => new(EffectiveAt, ZoneId, Neutralises);
}

/// <summary>A row of <c>work_patterns</c>.</summary>
internal sealed class WorkPatternRow
{
    public UserId UserId { get; init; }

    public DateOnly FromDate { get; init; }

    public WorkDays WorkDays { get; init; }

    public WorkPatternChange ToValue() => new(FromDate, WorkDays);
}

/// <summary>A row of <c>time_off</c>.</summary>
internal sealed class TimeOffRow
{
    public UserId UserId { get; init; }

    public string Id { get; init; } = "";

    public DateOnly FromDate { get; init; }

    public DateOnly ToDate { get; init; }

    public DateOnly EnteredOn { get; init; }

    public TimeOffRecord ToRecord() => new(Id, FromDate, ToDate, EnteredOn);
}

/// <summary>A row of <c>credits</c>.</summary>
internal sealed class CreditRow
{
    public UserId UserId { get; init; }

    public DateOnly LocalDate { get; init; }

    public CreditKind Kind { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public CreditRecord ToRecord() => new(LocalDate, Kind, RecordedAt);
}
