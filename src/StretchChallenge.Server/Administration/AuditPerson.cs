using StretchChallenge.Domain;

namespace StretchChallenge.Server.Administration;

/// <summary>Somebody in an audit log.</summary>
/// <param name="Id">The user id.</param>
/// <param name="Name">The name that they have now.</param>
public sealed record AuditPerson(string Id, string Name)
{
    /// <summary>The person; null for nobody, and for an account that is deleted.</summary>
    internal static AuditPerson? Of(UserId? user, IReadOnlyDictionary<UserId, string> names) =>
        user is { } id && names.TryGetValue(id, out var name) ? new AuditPerson(id.Value, name) : null;
}
