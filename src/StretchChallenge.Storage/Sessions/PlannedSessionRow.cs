namespace StretchChallenge.Storage.Sessions;

/// <summary>A row of <c>sessions</c>, with the name of its challenge.</summary>
internal sealed class PlannedSessionRow : SessionRow
{
    public string ChallengeName { get; init; } = "";
}
