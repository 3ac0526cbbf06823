using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Standings;

/// <summary>Maps people to boards and their rows to messages.</summary>
internal static class PersonRowMapping
{
    /// <summary>The person as boards know them.</summary>
    public static BoardPerson BoardPersonOf(this ParticipantMapping mapping, EnrolledPerson person) => new(
        person.Id,
        person.DisplayName,
        person.ShowName,
        mapping.HasLeftInTime(person),
        mapping.CalendarOf(person),
        mapping.CreditsOf(person),
        ParticipantMapping.TeamsOf(person))
    {
        Purged = person.Result is { } result ? new PurgedDays(result.Totals, result.StartedOn) : null,
    };

    /// <summary>The row for everybody, with its rank now and at the start of today.</summary>
    public static BoardRow ToView(this PersonRow row) => new(row.Id, row.Name, row.Rank, row.Streak.Current, row.Streak.Best)
    {
        Percent = row.Streak.Percent,
        StartOfDayRank = row.StartOfDayRank,
    };

    /// <summary>The row for the person alone, with the days that the percent is computed from (rule 21).</summary>
    public static BoardRow ToOwnView(this PersonRow row) => row.ToView() with
    {
        Done = row.Streak.DoneDue,
        Due = row.Streak.Due,
        Pending = row.Streak.PendingDue,
    };

    /// <summary>A score and how many people have it.</summary>
    public static ScoreCount ToView(this BoardScore score, int people) => new((int)score.First, (int)score.Second, people);
}
