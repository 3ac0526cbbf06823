namespace StretchChallenge.Server.Live;

/// <summary>A person watching a board; also the name of the SignalR group of their connections that do.</summary>
public readonly record struct PersonalWatch(BoardKey Board, string UserId)
{
    /// <inheritdoc />
    public override string ToString() => $"{Board}:{UserId}";
}
