using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Domain.Tests.Sessions;

/// <summary>Rule 26.</summary>
public sealed class HostRulesTests
{
    [Theory]
    [InlineData(ChallengeRole.Captain, 29_999, false)]
    [InlineData(ChallengeRole.Captain, 30_000, true)]
    [InlineData(ChallengeRole.Organiser, 29_999, false)]
    [InlineData(ChallengeRole.Organiser, 30_000, true)]
    [InlineData(ChallengeRole.Participant, 3_600_000, false)]
    public void MayTakeOver_HostAway_CaptainsAndOrganisersMayAfterHalfAMinute(ChallengeRole role, long away, bool may)
    {
        Assert.Equal(may, HostRules.MayTakeOver(isCoHost: false, role, hostAwaySince: 1_000, 1_000 + away));
    }

    [Fact]
    public void MayTakeOver_CoHost_NeedNotWait()
    {
        Assert.True(HostRules.MayTakeOver(isCoHost: true, ChallengeRole.Participant, hostAwaySince: 1_000, 1_000));
    }

    [Fact]
    public void MayTakeOver_HostIsThere_NobodyMay()
    {
        Assert.False(HostRules.MayTakeOver(isCoHost: true, ChallengeRole.Organiser, hostAwaySince: null, long.MaxValue));
    }
}
