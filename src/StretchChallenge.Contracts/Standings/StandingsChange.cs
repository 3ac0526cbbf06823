using System.Collections.Immutable;
using System.Text.Json.Serialization;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Contracts.Standings;

/// <summary>The rows of a board that changed since the version before.</summary>
/// <param name="ChallengeId">The challenge.</param>
/// <param name="Board">Which board.</param>
/// <param name="Version">One more than the version before; the current one in a message for one person alone.</param>
/// <param name="Total">How many teams or people are on the board.</param>
/// <param name="Rows">The changed and new rows.</param>
/// <param name="Removed">The ids of rows no longer listed.</param>
/// <param name="Own">In a message for one person alone: their own row.</param>
[GenerateSerializer, Immutable, Alias("StandingsChange")]
public sealed record StandingsChange(
    string ChallengeId,
    BoardKind Board,
    long Version,
    int Total,
    ImmutableArray<BoardRow> Rows,
    ImmutableArray<string> Removed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OwnRow? Own);
