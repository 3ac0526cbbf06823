using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Domain.Tests.Teams;

/// <summary>What a removed team leaves of its members' intervals (rule 15).</summary>
public sealed class LeaveTeamTests
{
    private static readonly DateOnly Today = new(2026, 3, 11);
    private static readonly TeamId Blue = new("blue");
    private static readonly TeamId Red = new("red");

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, -1)]
    public void LeaveTeam_CurrentMember_LeavesAsByThemselves(bool hasDoneDay, int lastDay)
    {
        var member = new TeamMembership(Blue, DateRange.Since(Today.AddDays(-5)));

        Assert.Equal(
            [member with { Days = new DateRange(Today.AddDays(-5), Today.AddDays(lastDay)) }],
            MembershipRules.LeaveTeam([member], Blue, Today, hasDoneDay).ToArray());
    }

    [Fact]
    public void LeaveTeam_WhoJoinedTodayWithoutADoneDay_WasNeverThere() => Assert.Empty(
        MembershipRules.LeaveTeam([new TeamMembership(Blue, DateRange.Since(Today))], Blue, Today, hasDoneDay: false));

    [Fact]
    public void LeaveTeam_WhoComesTomorrow_IsWithoutATeamThen()
    {
        var red = new TeamMembership(Red, new DateRange(Today.AddDays(-5), Today));

        Assert.Equal(
            [red], MembershipRules.LeaveTeam([red, new TeamMembership(Blue, DateRange.Since(Today.AddDays(1)))], Blue, Today, hasDoneDay: true).ToArray());
    }

    [Fact]
    public void LeaveTeam_OtherTeamsAndPastDays_Stay()
    {
        TeamMembership[] others =
        [
            new(Blue, new DateRange(Today.AddDays(-9), Today.AddDays(-7))), new(Red, DateRange.Since(Today.AddDays(-6))),
        ];

        Assert.Equal(others, MembershipRules.LeaveTeam([.. others], Blue, Today, hasDoneDay: true).ToArray());
    }
}
