using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Server.Live;

/// <summary>One board of one challenge; also the name of the SignalR group of those who watch it.</summary>
public readonly record struct BoardKey(string ChallengeId, BoardKind Board)
{
    /// <inheritdoc />
    public override string ToString() => $"board:{ChallengeId}:{Board.Name()}";
}
