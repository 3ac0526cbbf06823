using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Teams;
using static StretchChallenge.Domain.Tests.TestChallenge;

namespace StretchChallenge.Domain.Tests.Teams;

/// <summary>What others may see of a team (rule 21). Everybody did 2 March; it is 3 March, and the goal is 70 %.</summary>
[Trait("Category", "Faults")]
public sealed class TeamDisclosureTests
{
    [Theory]
    [InlineData(5, 0, 100_000_000, 4)]
    [InlineData(5, 3, 160_000_000, 1)]
    [InlineData(5, 5, 200_000_000, 0)]
    [InlineData(4, 0, 100_000_000, null)]
    [InlineData(4, 4, 100_000_000, null)]
    public void Of_ATeam_ShowsTheDayFromFiveMembersOn(int members, int doneToday, long microPoints, int? needed)
    {
        var team = Enumerable.Range(0, members).Select(index => Member(Person, index < doneToday)).ToArray();

        Assert.Equal(new TeamDisclosure(microPoints, doneToday, needed), Disclosed(team));
    }

    [Fact]
    public void Of_ALargeTeamMostlyOff_HasNoNeed()
    {
        var off = Person with { TimeOff = [MarchDays(3, 3)] };
        TeamMember[] team = [Member(Person, doneToday: false), .. Enumerable.Range(0, 5).Select(_ => Member(off, doneToday: true))];

        Assert.Equal(new TeamDisclosure(100_000_000, 0, null), Disclosed(team));
    }

    private static TeamDisclosure Disclosed(TeamMember[] team)
    {
        var now = At(3, 15);
        return TeamDisclosure.Of(
            TeamFold.Fold(Challenge, 70, team, now), TeamFold.Fold(Challenge, 70, team, Challenge.BeforeToday(now)), 70);
    }

    private static TeamMember Member(PersonCalendar calendar, bool doneToday) => new(
        new UserId("a"), [DateRange.Since(March(2))], calendar, doneToday ? Done(March(2), March(3)) : Done(March(2)));
}
