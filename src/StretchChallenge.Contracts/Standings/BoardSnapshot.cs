using System.Collections.Immutable;
using System.Text.Json.Serialization;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Contracts.Standings;

/// <summary>A board at one version.</summary>
/// <param name="ChallengeId">The challenge.</param>
/// <param name="Board">Which board.</param>
/// <param name="Version">Counts the published changes; the next change has the next number.</param>
/// <param name="Total">How many teams or people are on the board, listed or not.</param>
/// <param name="Rows">The listed rows, best first.</param>
/// <param name="Own">The asking person's own row, or their team's.</param>
[GenerateSerializer, Immutable, Alias("BoardSnapshot")]
public sealed record BoardSnapshot(
    string ChallengeId,
    BoardKind Board,
    long Version,
    int Total,
    ImmutableArray<BoardRow> Rows,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OwnRow? Own);
