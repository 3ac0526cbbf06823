using System.Collections.Immutable;
using System.Text.Json;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Audit;

/// <summary>What organisers did in their challenges, and administrators on the site.</summary>
public interface IAuditLog
{
    /// <summary>Adds an entry for something that no transaction of a store records itself.</summary>
    Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Returns the latest entries of a challenge, or of the site where it is null, newest first.</summary>
    /// <param name="challenge">The challenge; null for the site.</param>
    /// <param name="after">The entry before the first one wanted; null for the newest.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<ImmutableArray<AuditEntry>> ReadAsync(ChallengeId? challenge, string? after, int most, CancellationToken cancellationToken = default);
}

/// <summary>Something that an organiser or an administrator did.</summary>
/// <param name="Id">Grows with time; see <see cref="NewId" />.</param>
/// <param name="ChallengeId">The challenge; null for the site.</param>
/// <param name="At">When.</param>
/// <param name="ActorId">Who did it; null once that account is deleted, and for a command at the server's console.</param>
/// <param name="Action">What was done, as a stable code in camelCase.</param>
/// <param name="SubjectId">Whom it was done to; null where nobody, or once that account is deleted.</param>
/// <param name="Detail">What else the screen shows, as a JSON object; without names or addresses of people.</param>
public sealed record AuditEntry(
    string Id, ChallengeId? ChallengeId, DateTimeOffset At, UserId? ActorId, string Action, UserId? SubjectId, string Detail)
{
    /// <summary>An id greater than those of earlier instants.</summary>
    public static string NewId(DateTimeOffset at) => Guid.CreateVersion7(at).ToString();

    /// <summary>An entry of a challenge's log.</summary>
    public static AuditEntry Of(
        ChallengeId challenge, DateTimeOffset at, UserId actor, string action, object detail, UserId? subject = null) =>
        new(NewId(at), challenge, at, actor, action, subject, JsonSerializer.Serialize(detail));
}

/// <inheritdoc />
internal sealed class AuditLog(LedgerDatabase database) : IAuditLog
{
    /// <inheritdoc />
    public Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
        database.WriteAsync(session => AuditTables.RecordAsync(session, entry), cancellationToken);

    /// <inheritdoc />
    public async Task<ImmutableArray<AuditEntry>> ReadAsync(
        ChallengeId? challenge, string? after, int most, CancellationToken cancellationToken = default)
    {
        var of = challenge is null ? "challenge_id IS NULL" : "challenge_id = @challenge";
        var rows = await database.ReadAsync(
            session => session.QueryAsync<AuditRow>(
                $"""
                SELECT id, challenge_id, at, actor_id, action, subject_id, detail FROM audit_entries
                WHERE {of} AND id < @before ORDER BY id DESC LIMIT @most
                """,
                // Every id is below "g": they are of hexadecimal digits.
                new { challenge = challenge?.Value, before = after ?? "g", most }),
            cancellationToken);
        return [.. rows.Select(row => row.ToEntry())];
    }
}

/// <summary>The table <c>audit_entries</c>.</summary>
internal static class AuditTables
{
    /// <summary>Adds an entry, in the transaction of what it tells of.</summary>
    public static Task<int> RecordAsync(LedgerSession session, AuditEntry entry) => session.ExecuteAsync(
        """
        INSERT INTO audit_entries (id, challenge_id, at, actor_id, action, subject_id, detail)
        VALUES (@Id, @challenge, @At, @actor, @Action, @subject, @Detail)
        """,
        new
        {
            entry.Id,
            challenge = entry.ChallengeId?.Value,
            entry.At,
            actor = entry.ActorId?.Value,
            entry.Action,
            subject = entry.SubjectId?.Value,
            entry.Detail,
        });

    /// <summary>
    /// Takes a person out of the log: what they did and what was done to them stays, and names nobody. What is told of the latter
    /// goes, because a reason is free text.
    /// </summary>
    public static Task<int> ForgetAsync(LedgerSession session, UserId user) => session.ExecuteAsync(
        """
        UPDATE audit_entries SET actor_id = NULL WHERE actor_id = @user;

        UPDATE audit_entries SET subject_id = NULL, detail = '{}' WHERE subject_id = @user
        """,
        new { user });
}

/// <summary>A row of <c>audit_entries</c>.</summary>
internal sealed class AuditRow
{
    public string Id { get; init; } = "";

    public string? ChallengeId { get; init; }

    public DateTimeOffset At { get; init; }

    public string? ActorId { get; init; }

    public string Action { get; init; } = "";

    public string? SubjectId { get; init; }

    public string Detail { get; init; } = "";

    public AuditEntry ToEntry() => new(
        Id,
        ChallengeId is null ? null : new ChallengeId(ChallengeId),
        At,
        ActorId is null ? null : new UserId(ActorId),
        Action,
        SubjectId is null ? null : new UserId(SubjectId),
        Detail);
}
