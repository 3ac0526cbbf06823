using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Server.Days.Runs;

/// <summary>A started routine. It is stored in its token only, so a restart of the server loses none.</summary>
/// <param name="Id">Unique; a run with this id can be completed once.</param>
/// <param name="RoutineId">The routine.</param>
/// <param name="Variant">The variant; null if none was chosen.</param>
/// <param name="StartedAt">The server's clock at the start.</param>
/// <param name="StepSeconds">The planned time of each step in seconds, without getting ready.</param>
internal sealed record Run(string Id, string RoutineId, string? Variant, DateTimeOffset StartedAt, ImmutableArray<int> StepSeconds)
{
    /// <summary>The live break whose missed steps these are (rule 25); null for a routine.</summary>
    public CaughtUpSession? CatchUp { get; init; }

    /// <summary>The planned time of all steps.</summary>
    public int PlannedSeconds => StepSeconds.Sum();

    /// <summary>The first instant at which it can be completed with no step skipped and nothing else done meanwhile (rule 11).</summary>
    public DateTimeOffset EarliestCompletion => new GuidedRun(StartedAt, PlannedSeconds).EarliestCompletion(OccupiedTime.None);
}

/// <summary>Protects runs as tokens that clients cannot forge and only the same person can use.</summary>
internal sealed class RunTokens(IDataProtectionProvider protection)
{
    /// <summary>The token of a person's run.</summary>
    public string Protect(UserId user, Run run) => ProtectorOf(user).Protect(JsonSerializer.Serialize(run));

    /// <summary>The run of a token; null if it is not a token of this person's.</summary>
    public Run? Unprotect(UserId user, string token)
    {
        try
        {
            var run = JsonSerializer.Deserialize<Run>(ProtectorOf(user).Unprotect(token));

            // A catch-up of an earlier version does not say when the person was present: it must be started again.
            return run is { CatchUp.Presence: null } ? null : run;
        }
        catch (CryptographicException)
        {
            // Forged, damaged or somebody else's; the answer is the same for each.
            return null;
        }
    }

    private IDataProtector ProtectorOf(UserId user) => protection.CreateProtector("run", user.Value);
}
