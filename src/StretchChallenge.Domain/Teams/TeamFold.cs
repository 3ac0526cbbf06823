using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Teams;

/// <summary>Derives a team's streak and points from its members' days: one fold over the challenge's work days.</summary>
public static class TeamFold
{
    /// <summary>The team's standing as of now.</summary>
    /// <param name="challenge">The challenge, in whose zone team days begin and end.</param>
    /// <param name="thresholdPercent">How many of the due members make a day count for the streak: 1 to 100.</param>
    /// <param name="members">Everybody who is or was a member.</param>
    /// <param name="now">The instant.</param>
    /// <param name="sealedDays">Days whose counts are kept as they are, because members' days behind them were deleted.</param>
    public static TeamStanding Fold(
        ChallengeCalendar challenge,
        int thresholdPercent,
        IReadOnlyList<TeamMember> members,
        DateTimeOffset now,
        IReadOnlyDictionary<DateOnly, TeamCount>? sealedDays = null)
    {
        var judge = new TeamDayJudge(challenge, thresholdPercent, now);
        var days = ImmutableArray.CreateBuilder<TeamDay>(challenge.Length);
        var run = TeamRun.Start;
        foreach (var date in challenge.Dates.Where(challenge.IsWorkDay))
        {
            var count = date > judge.Today ? default : CountOf(date, members, sealedDays);
            var day = judge.Judge(date, count, run.AverageDay);
            run = run.Take(day);
            days.Add(day);
        }

        var roster = judge.RosterDay;
        return new TeamStanding
        {
            Streak = run.Streak,
            Best = run.Best,
            MicroPoints = run.MicroPoints,
            Date = challenge.Contains(judge.Today) ? judge.Today : null,
            RosterDay = roster,
            Today = days.FirstOrDefault(day => day.Date == judge.Today).Count,
            CurrentMembers = members.Count(member => member.IsMemberOn(roster)),
            RankedMembers = members.Count(member => member.IsMemberOn(roster) && member.HasStartedBy(judge.Today)),
            Days = days.DrainToImmutable(),
            NextChange = judge.NextChange(now),
        };
    }

    private static TeamCount CountOf(
        DateOnly date, IReadOnlyList<TeamMember> members, IReadOnlyDictionary<DateOnly, TeamCount>? sealedDays)
    {
        if (sealedDays?.TryGetValue(date, out var kept) == true)
        {
            return kept;
        }

        var (done, due) = (0, 0);
        foreach (var member in members)
        {
            var day = member.On(date);
            done += day == MemberDay.Done ? 1 : 0;
            due += day == MemberDay.Off ? 0 : 1;
        }

        return new TeamCount(done, due);
    }
}
