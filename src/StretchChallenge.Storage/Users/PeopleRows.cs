using System.Collections.Immutable;
using Dapper;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Storage.Users;

/// <summary>Puts the rows of <see cref="PeopleQueries" /> together to people.</summary>
internal static class PeopleRows
{
    /// <summary>Reads all results.</summary>
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
                [.. memberships[person.Id]]))];
    }
}
