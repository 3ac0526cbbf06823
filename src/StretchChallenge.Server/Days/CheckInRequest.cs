using System.Collections.Immutable;

namespace StretchChallenge.Server.Days;

/// <summary>A finished run, or a report of the last missed day: one of the two.</summary>
/// <param name="CommandId">Chosen by the client: sending the same again is harmless.</param>
/// <param name="Run">The token of the run that is finished.</param>
/// <param name="Skipped">The indexes of its steps that were skipped ("this hurts").</param>
/// <param name="ReportFor">The day reported instead (rule 5).</param>
public sealed record CheckInRequest(
    string? CommandId,
    string? Run = null,
    ImmutableArray<int>? Skipped = null,
    DateOnly? ReportFor = null);
