using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Server.Problems;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Audit;

namespace StretchChallenge.Server.Administration;

/// <summary>An entry of the site's audit log.</summary>
/// <param name="Id">The entry.</param>
/// <param name="At">When.</param>
/// <param name="Action">What was done, as a stable code.</param>
/// <param name="By">Who did it; null for a command at the server's console, and for an account that is deleted.</param>
/// <param name="FromConsole">Whether it was done by a command at the server's console.</param>
/// <param name="Subject">Whom it was done to; null for nobody, and for an account that is deleted.</param>
/// <param name="Detail">What else there is to say; depends on the action.</param>
public sealed record SiteAuditEntry(
    string Id, DateTimeOffset At, string Action, AuditPerson? By, bool FromConsole, AuditPerson? Subject, JsonElement Detail);

/// <summary>Returns what was done to the site.</summary>
internal static class AuditEndpoint
{
    /// <summary>Answers <c>GET /api/admin/audit</c>.</summary>
    public static async Task<Results<Ok<ImmutableArray<SiteAuditEntry>>, ProblemHttpResult>> ListAsync(
        string? after, IAuditLog log, IAccountStore accounts, CancellationToken cancellationToken)
    {
        // An id that is no entry's is a place in the list too, since ids grow with time.
        if (!Guid.TryParse(after, out var last) && after is not null)
        {
            return Problem.Of(RequestRefusals.NotFound);
        }

        var entries = await log.ReadAsync(challenge: null, after is null ? null : last.ToString(), AdministrationSetup.PageSize, cancellationToken);
        UserId[] people = [.. entries.SelectMany(entry => new[] { entry.ActorId, entry.SubjectId }).OfType<UserId>()];
        var names = await accounts.LoadNamesAsync(people, cancellationToken);
        return TypedResults.Ok(entries.Select(entry => ToView(entry, names)).ToImmutableArray());
    }

    private static SiteAuditEntry ToView(AuditEntry entry, ImmutableDictionary<UserId, string> names)
    {
        var detail = JsonElement.Parse(entry.Detail);
        return new SiteAuditEntry(
            entry.Id,
            entry.At,
            entry.Action,
            AuditPerson.Of(entry.ActorId, names),
            detail.TryGetProperty("from", out var from) && from.ValueEquals("console"),
            AuditPerson.Of(entry.SubjectId, names),
            detail);
    }
}
