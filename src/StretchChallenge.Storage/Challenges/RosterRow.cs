using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Challenges;

/// <summary>What a roster takes from <c>accounts</c>.</summary>
internal sealed class RosterRow
{
    public UserId Id { get; init; }

    public string DisplayName { get; init; } = "";

    public bool ShowName { get; init; }

    public string ZoneId { get; init; } = "";
}
