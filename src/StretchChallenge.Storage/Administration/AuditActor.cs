using StretchChallenge.Domain;
using StretchChallenge.Storage.Audit;

namespace StretchChallenge.Storage.Administration;

/// <summary>Who does something to the site, and when.</summary>
/// <param name="Id">The account; null for a command at the server's console.</param>
/// <param name="At">When.</param>
public sealed record AuditActor(UserId? Id, DateTimeOffset At)
{
    // Entries name nobody for deleted accounts either: only this tells the two apart.
    private const string FromConsole = """{"from":"console"}""";

    /// <summary>The site's entry about it.</summary>
    public AuditEntry Entry(string action, UserId? subject = null, string detail = "{}") =>
        new(AuditEntry.NewId(At), null, At, Id, action, subject, Id is null ? FromConsole : detail);
}
