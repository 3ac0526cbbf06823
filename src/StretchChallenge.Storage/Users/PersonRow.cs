using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Users;

/// <summary>What a person takes from <c>accounts</c>.</summary>
internal sealed class PersonRow
{
    public UserId Id { get; init; }

    public string DisplayName { get; init; } = "";

    public bool ShowName { get; init; }

    public string ZoneId { get; init; } = "";
}
