using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Server.Problems;
using StretchChallenge.Storage.Administration;
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

/// <summary>Somebody in the audit log.</summary>
/// <param name="Id">The user id.</param>
/// <param name="Name">The name that they have now.</param>
public sealed record AuditPerson(string Id, string Name);

/// <summary>Returns what was done to the site.</summary>
internal static class AuditEndpoint
{
    /// <summary>Answers <c>GET /api/admin/audit</c>.</summary>
    public static async Task<Results<Ok<ImmutableArray<SiteAuditEntry>>, ProblemHttpResult>> ListAsync(
        string? after, IAuditLog log, IAdministrationStore store, CancellationToken cancellationToken)
    {
        // An id that is no entry's is a place in the list too, since ids grow with time.
        if (!Guid.TryParse(after, out var last) && after is not null)
        {
            return Problem.Of(RequestRefusals.NotFound);
        }

        var entries = await log.ReadAsync(challenge: null, after is null ? null : last.ToString(), AdministrationSetup.PageSize, cancellationToken);
        var people = entries.SelectMany(entry => new[] { entry.ActorId, entry.SubjectId }).OfType<UserId>().ToImmutableArray();
        var names = await store.LoadNamesAsync(people, cancellationToken);
        return TypedResults.Ok(entries.Select(entry => ToView(entry, names)).ToImmutableArray());
    }

    private static SiteAuditEntry ToView(AuditEntry entry, ImmutableDictionary<UserId, string> names)
    {
        var detail = JsonElement.Parse(entry.Detail);
        return new SiteAuditEntry(
            entry.Id,
            entry.At,
            entry.Action,
            Person(entry.ActorId, names),
            detail.TryGetProperty("from", out var from) && from.ValueEquals("console"),
            Person(entry.SubjectId, names),
            detail);
    }

    private static AuditPerson? Person(UserId? user, ImmutableDictionary<UserId, string> names) =>
        user is { } id && names.TryGetValue(id, out var name) ? new AuditPerson(id.Value, name) : null;
}
