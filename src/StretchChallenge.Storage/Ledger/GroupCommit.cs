using System.Collections.Immutable;
using System.Data.Common;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Storage.Ledger;

/// <summary>Writes many entries in one transaction.</summary>
internal interface IGroupCommit
{
    /// <summary>
    /// Commits all acceptable entries in their order, and returns the result of each. When it throws, the whole transaction
    /// failed and no entry counts as committed.
    /// </summary>
    Task<IReadOnlyList<LedgerResult>> CommitAsync(IReadOnlyList<LedgerEntry> entries);
}

/// <summary>The result of one entry of a batch: an outcome, or the error of this entry alone.</summary>
internal readonly record struct LedgerResult(
    LedgerOutcome Outcome, Exception? Error = null, ImmutableArray<ChallengeChange>? Changes = null);

/// <inheritdoc />
internal sealed class GroupCommit(LedgerDatabase database, ILedgerStatements statements) : IGroupCommit
{
    private const string Savepoint = "entry";

    /// <inheritdoc />
    public async Task<IReadOnlyList<LedgerResult>> CommitAsync(IReadOnlyList<LedgerEntry> entries)
    {
        try
        {
            return await database.WriteAsync(session => WriteTogetherAsync(session, entries), CancellationToken.None);
        }
        catch (EntryRefusedException)
        {
            // Rare: an entry violates a key or cannot be written. The transaction was rolled back; write one by one to find out
            // which.
            return await database.WriteAsync(session => WriteEachAsync(session, entries), CancellationToken.None);
        }
    }

    private async Task<IReadOnlyList<LedgerResult>> WriteTogetherAsync(LedgerSession session, IReadOnlyList<LedgerEntry> entries)
    {
        try
        {
            await WriteAsync(session, entries);
        }
        catch (Exception refusal) when (!UnwritableDatabase.IsIn(refusal))
        {
            throw new EntryRefusedException(refusal);
        }

        return await RecordChangesAsync(session, entries, [.. entries.Select(_ => new LedgerResult(LedgerOutcome.Committed))]);
    }

    private async Task<IReadOnlyList<LedgerResult>> WriteEachAsync(LedgerSession session, IReadOnlyList<LedgerEntry> entries)
    {
        var transaction = session.Transaction!;
        var results = new List<LedgerResult>(entries.Count);
        foreach (var entry in entries)
        {
            await transaction.SaveAsync(Savepoint);
            try
            {
                await WriteAsync(session, [entry]);
                results.Add(new LedgerResult(LedgerOutcome.Committed));
            }
            catch (Exception refusal) when (!UnwritableDatabase.IsIn(refusal))
            {
                // Throws when the connection is lost: then the transaction failed, not this entry.
                await transaction.RollbackAsync(Savepoint);
                results.Add(ToResult(refusal));
            }

            await transaction.ReleaseAsync(Savepoint);
        }

        return await RecordChangesAsync(session, entries, results);
    }

    private async Task<IReadOnlyList<LedgerResult>> RecordChangesAsync(
        LedgerSession session, IReadOnlyList<LedgerEntry> entries, List<LedgerResult> results)
    {
        List<int> places = [.. Enumerable.Range(0, entries.Count).Where(place => ChangesDays(entries[place], results[place]))];
        var changes = await statements.RecordChangesAsync(session, [.. places.Select(place => entries[place].User)]);
        for (var i = 0; i < places.Count; i++)
        {
            results[places[i]] = results[places[i]] with { Changes = [.. changes[i]] };
        }

        return results;
    }

    private static bool ChangesDays(LedgerEntry entry, LedgerResult result) =>
        result is { Error: null, Outcome: LedgerOutcome.Committed } && (entry is UndoEntry or CheckInEntry { Credit: not null });

    /// <summary>Writes the entries in order, consecutive ones of one kind together.</summary>
    private async Task WriteAsync(LedgerSession session, IReadOnlyList<LedgerEntry> entries)
    {
        for (var next = 0; next < entries.Count;)
        {
            var checkIns = entries.Skip(next).TakeWhile(entry => entry is CheckInEntry).Cast<CheckInEntry>().ToList();
            var undos = entries.Skip(next + checkIns.Count).TakeWhile(entry => entry is UndoEntry).Cast<UndoEntry>().ToList();
            await statements.InsertAsync(session, checkIns);
            await statements.DeleteAsync(session, undos);
            next += checkIns.Count + undos.Count;
        }
    }

    private LedgerResult ToResult(Exception refusal) => (refusal is DbException fault ? database.FindTableOfDuplicate(fault) : null) switch
    {
        "commands" => new LedgerResult(LedgerOutcome.CommandExists),
        "completions" => new LedgerResult(LedgerOutcome.RunExists),
        "credits" => new LedgerResult(LedgerOutcome.DayExists),
        _ => new LedgerResult(default, refusal),
    };

    private sealed class EntryRefusedException(Exception refusal) : Exception(refusal.Message, refusal);
}

/// <summary>The statements of the hot path, optimised for each engine.</summary>
internal interface ILedgerStatements
{
    /// <summary>Inserts all rows of the check-ins: commands, then completions with the time that they occupy, then credits.</summary>
    Task InsertAsync(LedgerSession session, IReadOnlyList<CheckInEntry> checkIns);

    /// <summary>Deletes the credits of the undone dates.</summary>
    Task DeleteAsync(LedgerSession session, IReadOnlyList<UndoEntry> undos);

    /// <summary>
    /// Records in the feeds that these people's days changed, in every challenge that they ever joined; called last (see
    /// <see cref="ChangeFeedTables" />).
    /// </summary>
    /// <returns>The changes of each person, by their place in the list.</returns>
    Task<ILookup<int, ChallengeChange>> RecordChangesAsync(LedgerSession session, IReadOnlyList<UserId> people);
}
