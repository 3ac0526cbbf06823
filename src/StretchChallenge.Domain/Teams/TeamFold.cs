using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Teams;

/// <summary>One team's standing as of an instant. It is derived from its members' ledgers and never stored.</summary>
public sealed record TeamStanding
{
    /// <summary>How many current members must have started for the team to be ranked (rule 18).</summary>
    public const int MinRankedMembers = 3;

    /// <summary>
    /// How many current members a team needs for others to see its points of today and how many more its goal needs: in a
    /// smaller team these would tell who is off (rule 21).
    /// </summary>
    public const int MinDisclosedMembers = 5;

    /// <summary>The number of team days in a row on which the threshold was reached.</summary>
    public required int Streak { get; init; }

    /// <summary>The longest streak so far, the current one included.</summary>
    public required int Best { get; init; }

    /// <summary>The team's points in micro-points: the sum over its days.</summary>
    public required long MicroPoints { get; init; }

    /// <summary>The date in the challenge's zone; null before and after the challenge.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>The day whose members are the current ones: today, or the nearest day of the challenge.</summary>
    public required DateOnly RosterDay { get; init; }

    /// <summary>The members due and done today; 0 of 0 when today is no team day.</summary>
    public required TeamCount Today { get; init; }

    /// <summary>The number of members on <see cref="RosterDay" />.</summary>
    public required int CurrentMembers { get; init; }

    /// <summary>Whether the team is too small for its points of today and its need to be shown (rule 21).</summary>
    public bool IsSmall => CurrentMembers < MinDisclosedMembers;

    /// <summary>The number of current members who have started.</summary>
    public required int RankedMembers { get; init; }

    /// <summary>The team days of the challenge, in order.</summary>
    public required ImmutableArray<TeamDay> Days { get; init; }

    /// <summary>The first instant after now at which any of this can change without a check-in; null when nothing can.</summary>
    public required DateTimeOffset? NextChange { get; init; }
}

/// <summary>Derives a team's streak and points from its members' days in one fold over the challenge's work days.</summary>
public static class TeamFold
{
    /// <summary>The team's standing as of now.</summary>
    /// <param name="challenge">The challenge; team days begin and end in its zone.</param>
    /// <param name="thresholdPercent">The share of due members with which a day counts for the streak: 1 to 100.</param>
    /// <param name="members">All past and present members.</param>
    /// <param name="now">The instant.</param>
    /// <param name="sealedDays">What people add whose days are no longer stored; null for nothing.</param>
    public static TeamStanding Fold(
        ChallengeCalendar challenge,
        int thresholdPercent,
        IReadOnlyList<TeamMember> members,
        DateTimeOffset now,
        SealedDays? sealedDays = null)
    {
        var classifier = new TeamDayClassifier(challenge, thresholdPercent, now);
        var days = ImmutableArray.CreateBuilder<TeamDay>(classifier.TeamDays.Count);
        var totals = TeamAccumulator.Start;
        var counts = CountsOf(challenge, classifier.TeamDays & DaySet.Before(challenge.DayOf(classifier.Today) + 1), members, sealedDays);
        foreach (var number in classifier.TeamDays)
        {
            var day = classifier.Classify(challenge.DateOf(number), counts[number], totals.AveragePoints);
            totals = totals.Add(day);
            days.Add(day);
        }

        var rosterDay = classifier.RosterDay;
        return new TeamStanding
        {
            Streak = totals.Streak,
            Best = totals.Best,
            MicroPoints = totals.MicroPoints,
            Date = challenge.Contains(classifier.Today) ? classifier.Today : null,
            RosterDay = rosterDay,
            Today = days.FirstOrDefault(day => day.Date == classifier.Today).Count,
            CurrentMembers = members.Count(member => member.IsMemberOn(rosterDay)),
            RankedMembers = members.Count(member => member.IsMemberOn(rosterDay) && member.HasStartedBy(classifier.Today)),
            Days = days.DrainToImmutable(),
            NextChange = classifier.NextChange(now),
        };
    }

    // By the number of the day; 0 of 0 on all but the given days.
    internal static TeamCount[] CountsOf(
        ChallengeCalendar challenge, DaySet days, IEnumerable<TeamMember> members, SealedDays? sealedDays)
    {
        var counts = new TeamCount[DaySet.Capacity];
        foreach (var (date, count) in (sealedDays ?? SealedDays.None).Counts)
        {
            if (days.Contains(challenge.DayOf(date)))
            {
                counts[challenge.DayOf(date)] = count;
            }
        }

        foreach (var member in members)
        {
            foreach (var day in member.Due & days)
            {
                counts[day] = new TeamCount(counts[day].Done + (member.Done.Contains(day) ? 1 : 0), counts[day].Due + 1);
            }
        }

        return counts;
    }
}

/// <summary>The totals of the team fold up to a day.</summary>
/// <param name="Streak">The days in a row on which the threshold was reached.</param>
/// <param name="Best">The longest streak so far.</param>
/// <param name="MicroPoints">The points of all days so far.</param>
/// <param name="EarnedPoints">The points of the days on which at least 2 were due.</param>
/// <param name="EarningDays">The number of those days.</param>
/// <param name="AveragedDays">The number of neutral days that were worth the average.</param>
internal readonly record struct TeamAccumulator(
    int Streak, int Best, long MicroPoints, long EarnedPoints, int EarningDays, int AveragedDays)
{
    // So many neutral days are worth the average; further ones are worth nothing (rule 16).
    private const int MaxAveragedDays = 10;

    /// <summary>The totals before the first day.</summary>
    public static TeamAccumulator Start => default;

    /// <summary>
    /// What a past neutral day is worth next (rule 16): the average of the earlier days on which at least 2 were due, rounded
    /// down, so that leave and part-time work cost the team no points.
    /// </summary>
    public long AveragePoints => HasAverage && AveragedDays < MaxAveragedDays ? EarnedPoints / EarningDays : 0;

    private bool HasAverage => EarningDays > 0;

    /// <summary>The totals after one more day. Neutral, pending and coming days leave the streak as it is (rule 17).</summary>
    public TeamAccumulator Add(TeamDay day)
    {
        var streak = day.State switch
        {
            TeamDayState.Reached => Streak + 1,
            TeamDayState.Missed => 0,
            _ => Streak,
        };
        var earns = !day.Count.IsNeutral;
        return new TeamAccumulator(
            streak,
            Math.Max(Best, streak),
            MicroPoints + day.MicroPoints,
            EarnedPoints + (earns ? day.MicroPoints : 0),
            EarningDays + (earns ? 1 : 0),
            AveragedDays + (day.State == TeamDayState.Neutral && HasAverage ? 1 : 0));
    }
}
