using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Domain.Tests.Vectors;

/// <summary>One row of an order vector.</summary>
internal sealed record OrderRowVector(
    string Id, int Streak = 0, int Best = 0, long MicroPoints = 0, int Members = 0, int BasisPoints = 0, int DueDays = 0)
{
    public ScoredRow On(BoardKind board) => new(Id, board switch
    {
        BoardKind.TeamStreak => BoardScore.TeamStreak(Streak, Best, MicroPoints, Members),
        BoardKind.TeamPoints => BoardScore.TeamPoints(MicroPoints, Streak, Members),
        BoardKind.PersonStreak => BoardScore.PersonStreak(Streak, Best),
        BoardKind.PersonConsistency => BoardScore.PersonConsistency(BasisPoints, Streak, DueDays),
    });
}
