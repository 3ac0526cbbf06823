namespace StretchChallenge.Server.Live;

/// <summary>A person watching a board, or a wall, which is nobody; also the name of the SignalR group of their connections that do.</summary>
public readonly record struct PersonalWatch(BoardKey Board, string UserId)
{
    /// <summary>Whether no person watches, but a wall.</summary>
    public bool IsOfWall => UserId.Length == 0;

    /// <inheritdoc />
    public override string ToString() => $"{Board}:{UserId}";
}
