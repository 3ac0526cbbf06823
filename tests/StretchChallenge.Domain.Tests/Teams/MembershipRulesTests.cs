using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Teams;
using static StretchChallenge.Domain.Tests.TestChallenge;

namespace StretchChallenge.Domain.Tests.Teams;

/// <summary>Rule 15; today is Thursday, 5 March.</summary>
public sealed class MembershipRulesTests
{
    private static readonly DateOnly Today = March(5);
    private static readonly TeamId Blue = new("blue");
    private static readonly TeamId Red = new("red");
    private static readonly TeamId Green = new("green");

    [Fact]
    public void Move_IntoAFirstTeam_TakesEffectToday()
    {
        AssertAre([Since(Blue, 5)], MembershipRules.Move([], Blue, Today, hasDoneDay: true));
    }

    [Fact]
    public void Move_ToAnotherTeam_TakesEffectTomorrow()
    {
        AssertAre([Days(Blue, 2, 5), Since(Red, 6)], Move(Red, Since(Blue, 2)));
    }

    [Fact]
    public void Move_WithNothingDoneYet_TakesEffectToday()
    {
        AssertAre([Days(Blue, 2, 4), Since(Red, 5)], MembershipRules.Move([Since(Blue, 2)], Red, Today, hasDoneDay: false));
    }

    [Fact]
    public void Move_WithNothingDoneYetOnTheFirstDay_LeavesNoTrace()
    {
        AssertAre([Since(Red, 5)], MembershipRules.Move([Since(Blue, 5)], Red, Today, hasDoneDay: false));
    }

    [Fact]
    public void Move_OnTheFirstDayOfATeam_LeavesItThatDay()
    {
        AssertAre([Days(Blue, 5, 5), Since(Red, 6)], Move(Red, Since(Blue, 5)));
    }

    [Fact]
    public void Move_OnceMoreTheSameDay_ReplacesTheFirst()
    {
        AssertAre([Days(Blue, 2, 5), Since(Green, 6)], Move(Green, Days(Blue, 2, 5), Since(Red, 6)));
    }

    [Fact]
    public void Move_BackTheSameDay_ChangesNothing()
    {
        AssertAre([Since(Blue, 2)], Move(Blue, Days(Blue, 2, 5), Since(Red, 6)));
    }

    [Fact]
    public void Move_AfterLeavingTheSameDay_BeginsTomorrow()
    {
        AssertAre([Days(Blue, 2, 5), Since(Red, 6)], Move(Red, Days(Blue, 2, 5)));
    }

    [Fact]
    public void Move_BackAfterDaysInAnotherTeam_KeepsThePast()
    {
        AssertAre(
            [Days(Blue, 2, 3), Days(Red, 4, 5), Since(Blue, 6)],
            Move(Blue, Days(Blue, 2, 3), Since(Red, 4)));
    }

    [Fact]
    public void Leave_ATeam_TodayIsTheLastDay()
    {
        AssertAre([Days(Blue, 2, 5)], MembershipRules.Leave([Since(Blue, 2)], Today, hasDoneDay: true));
        AssertAre([Days(Blue, 2, 4)], MembershipRules.Leave([Since(Blue, 2)], Today, hasDoneDay: false));
        AssertAre([Days(Blue, 2, 5)], MembershipRules.Leave([Days(Blue, 2, 5), Since(Red, 6)], Today, hasDoneDay: true));
    }

    [Fact]
    public void LeaveChallenge_AndComeBack_TheDaysBetweenAreAbsent()
    {
        var left = MembershipRules.LeaveChallenge([], March(3), hasDoneDay: true);

        Assert.Equal([DateRange.Since(March(4))], left.ToArray());
        Assert.Equal([MarchDays(4, 4)], MembershipRules.ReturnToChallenge(left, Today).ToArray());
    }

    [Fact]
    public void LeaveChallenge_WithNothingDoneYet_TakesEffectToday()
    {
        Assert.Equal([DateRange.Since(Today)], MembershipRules.LeaveChallenge([], Today, hasDoneDay: false).ToArray());
    }

    [Fact]
    public void LeaveChallenge_AndComeBackTheSameDay_LeavesNoTrace()
    {
        var left = MembershipRules.LeaveChallenge([MarchDays(3, 3)], Today, hasDoneDay: true);

        Assert.Equal([MarchDays(3, 3)], MembershipRules.ReturnToChallenge(left, Today).ToArray());
    }

    [Fact]
    public void LeaveChallenge_Twice_ChangesNothing()
    {
        ImmutableArray<DateRange> away = [DateRange.Since(March(4))];

        Assert.Equal(away.ToArray(), MembershipRules.LeaveChallenge(away, Today, hasDoneDay: true).ToArray());
    }

    [Fact]
    public void MembershipOn_EachDay_FindsItsTeam()
    {
        ImmutableArray<TeamMembership> memberships = [Days(Blue, 2, 3), Since(Red, 5)];

        Assert.Equal(Blue, MembershipRules.MembershipOn(memberships, March(3))?.Team);
        Assert.Null(MembershipRules.MembershipOn(memberships, March(4)));
        Assert.Equal(Red, MembershipRules.MembershipOn(memberships, April(1))?.Team);
    }

    private static TeamMembership Days(TeamId team, int from, int to) => new(team, MarchDays(from, to));

    private static TeamMembership Since(TeamId team, int from) => new(team, DateRange.Since(March(from)));

    private static ImmutableArray<TeamMembership> Move(TeamId team, params TeamMembership[] before) =>
        MembershipRules.Move([.. before], team, Today, hasDoneDay: true);

    private static void AssertAre(TeamMembership[] expected, ImmutableArray<TeamMembership> actual) =>
        Assert.Equal(expected, actual.ToArray());
}
