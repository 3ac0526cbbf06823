using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Domain.Tests.Standings;

public sealed class BoardKindTests
{
    [Theory]
    [InlineData("teamStreak", BoardKind.TeamStreak, true)]
    [InlineData("teamPoints", BoardKind.TeamPoints, true)]
    [InlineData("personStreak", BoardKind.PersonStreak, false)]
    [InlineData("personConsistency", BoardKind.PersonConsistency, false)]
    public void TryParse_ANameOfABoard_FindsIt(string name, BoardKind board, bool ofTeams)
    {
        Assert.True(BoardKinds.TryParse(name, out var found));
        Assert.Equal(board, found);
        Assert.Equal(name, board.Name());
        Assert.Equal(ofTeams, board.IsTeamBoard());
    }

    [Theory]
    [InlineData("TeamStreak")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_AnythingElse_Refuses(string? name)
    {
        Assert.False(BoardKinds.TryParse(name, out _));
    }
}
