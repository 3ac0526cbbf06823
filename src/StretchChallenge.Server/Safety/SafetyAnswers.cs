using StretchChallenge.Domain;
using StretchChallenge.Server.PrivateHealth;
using StretchChallenge.Storage.PrivateHealth;

namespace StretchChallenge.Server.Safety;

/// <summary>
/// The answers to the safety question. Each is read from the database whenever it is asked for: an answer counts at
/// once, on every node.
/// </summary>
internal sealed class SafetyAnswers(IHealthRecordStore store, HealthVault vault)
{
    private const string RecordId = "safety";

    /// <summary>
    /// Whether the person is to get the gentle routines: after a yes, and while there is an answer that cannot be read
    /// any more, since it may have been one.
    /// </summary>
    public async ValueTask<bool> HasDiscInjuryAsync(UserId person, CancellationToken cancellationToken) =>
        await FindAsync(person, cancellationToken) is { DiscInjury: true } or { Unreadable: true };

    /// <summary>The person's answer; an empty one where there is none.</summary>
    public async Task<SafetyAnswer> FindAsync(UserId person, CancellationToken cancellationToken) =>
        View(Open(person, await store.FindSafetyAnswerAsync(person, cancellationToken)));

    /// <summary>Makes a change, in one step on whichever node.</summary>
    public async Task<SafetyOutcome> ChangeAsync(UserId person, SafetyChange change, CancellationToken cancellationToken)
    {
        var unreadable = false;
        var isThere = await store.ChangeSafetyAnswerAsync(
            person,
            present =>
            {
                // Only an answer takes the place of one that cannot be read: a notice alone would make a yes forgotten.
                var record = Open(person, present);
                unreadable = record is null && !change.Answers;
                return unreadable ? null : vault.Seal(person, RecordId, change.Apply(record ?? SafetyRecord.Empty));
            },
            cancellationToken);
        return !isThere ? SafetyOutcome.NoAccount
            : unreadable ? SafetyOutcome.Unreadable
            : SafetyOutcome.Changed;
    }

    /// <summary>Deletes the person's answer, readable or not.</summary>
    public Task DeleteAsync(UserId person, CancellationToken cancellationToken) =>
        store.DeleteSafetyAnswerAsync(person, cancellationToken);

    private SafetyRecord? Open(UserId person, byte[]? sealedRecord) =>
        sealedRecord is null ? SafetyRecord.Empty : vault.Open<SafetyRecord>(person, RecordId, sealedRecord);

    private static SafetyAnswer View(SafetyRecord? record) => record is null
        ? new SafetyAnswer(Answered: false, DiscInjury: null, NoticeSeen: false, Unreadable: true)
        : new SafetyAnswer(record.Answered, record.DiscInjury, record.NoticeSeen, Unreadable: false);
}
