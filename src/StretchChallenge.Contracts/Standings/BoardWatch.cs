using System.Collections.Immutable;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Contracts.Standings;

/// <summary>A board that an observer watches, and the people who look at it there.</summary>
[GenerateSerializer, Immutable, Alias("BoardWatch")]
public sealed record BoardWatch(BoardKind Board, ImmutableArray<string> Users);
