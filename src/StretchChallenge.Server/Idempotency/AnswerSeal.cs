using StretchChallenge.Server.Security;
using StretchChallenge.Storage.Idempotency;

namespace StretchChallenge.Server.Idempotency;

/// <summary>
/// Keeps answers, and what their requests said, unreadable in the database: they hold what is secret or private elsewhere.
/// </summary>
internal sealed class AnswerSeal(MasterKey key)
{
    /// <summary>
    /// The secret that bodies are hashed with. Without one, a hash would give away a body that has only so many forms,
    /// to whoever tries them all.
    /// </summary>
    public byte[] HashSecret { get; } = key.Derive("idempotency-bodies");

    /// <summary>The answer as it is stored: its body encrypted, for this key alone.</summary>
    public StoredResponse Seal(IdempotencyKey owner, StoredResponse answer) =>
        answer with { Body = key.Encrypt(PurposeOf(owner), answer.Body.Span) };

    /// <summary>The answer as it was given. One that was forgotten has no body left.</summary>
    public StoredResponse Open(IdempotencyKey owner, StoredResponse stored) =>
        stored.Body.IsEmpty ? stored : stored with { Body = key.Decrypt(PurposeOf(owner), stored.Body.Span) };

    // Only the path may hold spaces, so it stands last.
    private static string PurposeOf(IdempotencyKey owner) => $"idempotency {owner.User.Value} {owner.Method} {owner.Key} {owner.Path}";
}
