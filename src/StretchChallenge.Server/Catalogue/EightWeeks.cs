using System.Collections.Immutable;

namespace StretchChallenge.Server.Catalogue;

/// <summary>The programme of the eight weeks.</summary>
public sealed record EightWeeks(ImmutableArray<ProgrammeWeek> Weeks);
