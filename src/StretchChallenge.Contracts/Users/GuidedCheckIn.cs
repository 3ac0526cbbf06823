
namespace StretchChallenge.Contracts.Users;

/// <summary>A finished guided run (rule 11), as the server's own run token tells it.</summary>
/// <param name="CommandId">Chosen by the client; a repeat gets the first answer again.</param>
/// <param name="Fingerprint">A hash of the request, to tell a repeat from another request under the same id.</param>
/// <param name="RunId">The run; it can be completed once.</param>
/// <param name="RoutineId">The routine done.</param>
/// <param name="Variant">The variant done, where the routine has several.</param>
/// <param name="StartedAt">When the server started the run.</param>
/// <param name="PlannedSeconds">The routine's planned time.</param>
/// <param name="SkippedSeconds">The planned time of the steps skipped.</param>
[GenerateSerializer, Immutable, Alias("GuidedCheckIn")]
public sealed record GuidedCheckIn(
    string CommandId,
    string Fingerprint,
    string RunId,
    string RoutineId,
    string? Variant,
    DateTimeOffset StartedAt,
    int PlannedSeconds,
    int SkippedSeconds)
{
    /// <summary>The live break whose missed steps these were (rule 25); null for a run of its own.</summary>
    [Id(0)]
    public CaughtUpSession? CatchUp { get; init; }
}
