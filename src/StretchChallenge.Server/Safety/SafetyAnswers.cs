using StretchChallenge.Domain;
using StretchChallenge.Server.PrivateHealth;
using StretchChallenge.Storage.PrivateHealth;

namespace StretchChallenge.Server.Safety;

/// <summary>
/// The answers to the safety question. They are not cached: an answer takes effect at once, on every node.
/// </summary>
internal sealed class SafetyAnswers(IHealthRecordStore store, HealthDataProtector protector)
{
    private const string RecordId = "safety";

    /// <summary>
    /// Whether the person gets the gentle routines: after a yes, and while there is an unreadable answer, since it may have
    /// been a yes.
    /// </summary>
    public async ValueTask<bool> HasDiscInjuryAsync(UserId person, CancellationToken cancellationToken) =>
        await FindAsync(person, cancellationToken) is { DiscInjury: true } or { Unreadable: true };

    /// <summary>Returns the person's answer; an empty one when there is none.</summary>
    public async Task<SafetyAnswer> FindAsync(UserId person, CancellationToken cancellationToken) =>
        View(Open(person, await store.FindSafetyAnswerAsync(person, cancellationToken)));

    /// <summary>Applies a change atomically, also across nodes.</summary>
    public async Task<SafetyOutcome> ChangeAsync(UserId person, SafetyChange change, CancellationToken cancellationToken)
    {
        var unreadable = false;
        var accountExists = await store.ChangeSafetyAnswerAsync(
            person,
            present =>
            {
                // Only a new answer replaces an unreadable one: a notice alone would discard what may have been a yes.
                var record = Open(person, present);
                unreadable = record is null && !change.Answers;
                return unreadable ? null : protector.Protect(person, RecordId, change.Apply(record ?? SafetyRecord.Empty));
            },
            cancellationToken);
        return !accountExists ? SafetyOutcome.NoAccount
            : unreadable ? SafetyOutcome.Unreadable
            : SafetyOutcome.Changed;
    }

    /// <summary>Deletes the person's answer, also an unreadable one.</summary>
    public Task DeleteAsync(UserId person, CancellationToken cancellationToken) =>
        store.DeleteSafetyAnswerAsync(person, cancellationToken);

    private SafetyRecord? Open(UserId person, byte[]? sealedRecord) =>
        sealedRecord is null ? SafetyRecord.Empty : protector.Unprotect<SafetyRecord>(person, RecordId, sealedRecord);

    private static SafetyAnswer View(SafetyRecord? record) => record is null
        ? new SafetyAnswer(Answered: false, DiscInjury: null, NoticeSeen: false, Unreadable: true)
        : new SafetyAnswer(record.Answered, record.DiscInjury, record.NoticeSeen, Unreadable: false);
}

/// <summary>The safety answer as it is encrypted and stored.</summary>
/// <param name="Answered">Whether the question was answered.</param>
/// <param name="DiscInjury">The answer; null for "rather not say".</param>
/// <param name="NoticeSeen">Whether the person has seen the safety notice.</param>
internal sealed record SafetyRecord(bool Answered, bool? DiscInjury, bool NoticeSeen)
{
    /// <summary>Before anything was answered.</summary>
    public static SafetyRecord Empty { get; } = new(Answered: false, DiscInjury: null, NoticeSeen: false);
}

/// <summary>What a person answered to the safety question; shown to that person alone.</summary>
/// <param name="Answered">Whether the question was answered.</param>
/// <param name="DiscInjury">The answer; null when there is none, or for "rather not say".</param>
/// <param name="NoticeSeen">Whether the person has seen the safety notice.</param>
/// <param name="Unreadable">
/// Whether there is an answer that the server can no longer decrypt, because its key was lost. Until the question is
/// answered again, or the answer deleted, routines are chosen as for a disc injury.
/// </param>
public sealed record SafetyAnswer(bool Answered, bool? DiscInjury, bool NoticeSeen, bool Unreadable);

/// <summary>An answer to the safety question, or a mark that its notice was seen; omitted fields stay unchanged.</summary>
public sealed class SafetyChange
{
    /// <summary>Whether the person has a disc injury; null for "rather not say".</summary>
    public bool? DiscInjury
    {
        get;
        init
        {
            field = value;
            Answers = true;
        }
    }

    /// <summary>Whether the safety notice was seen.</summary>
    public bool? NoticeSeen { get; init; }

    /// <summary>Whether the change contains an answer, including "rather not say".</summary>
    internal bool Answers { get; private init; }

    /// <summary>Whether the change contains anything.</summary>
    internal bool Any => Answers || NoticeSeen is not null;

    /// <summary>The record after the change.</summary>
    internal SafetyRecord Apply(SafetyRecord record) => new(
        record.Answered || Answers,
        Answers ? DiscInjury : record.DiscInjury,
        NoticeSeen ?? record.NoticeSeen);
}

/// <summary>The result of a change of the safety answer.</summary>
internal enum SafetyOutcome
{
    /// <summary>It is stored.</summary>
    Changed,

    /// <summary>The stored answer is unreadable, and the change contains no new one. Nothing was changed.</summary>
    Unreadable,

    /// <summary>The account no longer exists. Nothing was changed.</summary>
    NoAccount,
}
